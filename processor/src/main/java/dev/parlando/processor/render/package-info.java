/**
 * From the model to text: the JSON Schema of each tool, and the class that decodes, checks, calls
 * and answers. {@link dev.parlando.processor.render.ToolSetRenderer} and {@link
 * dev.parlando.processor.render.DefinitionsRenderer} are the entry points; neither needs a
 * compiler.
 */
@NullMarked
package dev.parlando.processor.render;

import org.jspecify.annotations.NullMarked;
