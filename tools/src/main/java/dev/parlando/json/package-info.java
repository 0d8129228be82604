/**
 * How the arguments of a call become Java values and a result becomes JSON. Only generated code
 * uses it: {@link dev.parlando.json.ArgumentReader} on the way in, {@link
 * dev.parlando.json.ResultWriter} on the way out.
 */
@NullMarked
package dev.parlando.json;

import org.jspecify.annotations.NullMarked;
