/**
 * Reads YAML and JSON files that people write, with errors that name the place. A package of its
 * own because faults and scenarios are both read from such files. {@link
 * dev.parlando.testkit.internal.file.Fields} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.file;

import org.jspecify.annotations.NullMarked;
