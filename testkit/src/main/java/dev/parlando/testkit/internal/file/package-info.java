/**
 * Files that people write. {@link dev.parlando.testkit.internal.file.Fields} reads objects in them.
 */
@NullMarked
package dev.parlando.testkit.internal.file;

import org.jspecify.annotations.NullMarked;
