/** Stores what was rendered. {@link dev.parlando.processor.write.GeneratedFiles} is all of it. */
@NullMarked
package dev.parlando.processor.write;

import org.jspecify.annotations.NullMarked;
