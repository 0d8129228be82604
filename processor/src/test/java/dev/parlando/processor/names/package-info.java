/** No name that a user may give meets a name in generated code. */
@NullMarked
package dev.parlando.processor.names;

import org.jspecify.annotations.NullMarked;
