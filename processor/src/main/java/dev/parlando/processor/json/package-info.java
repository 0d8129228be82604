/**
 * JSON as maps, lists, texts, numbers and booleans. {@link dev.parlando.processor.json.JsonText}
 * writes it, {@link dev.parlando.processor.json.JsonParser} reads what that wrote.
 */
@NullMarked
package dev.parlando.processor.json;

import org.jspecify.annotations.NullMarked;
