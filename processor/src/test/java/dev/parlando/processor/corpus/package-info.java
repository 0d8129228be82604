/** Tools in the shapes of public applications, compiled by every compiler at hand. */
@NullMarked
package dev.parlando.processor.corpus;

import org.jspecify.annotations.NullMarked;
