/**
 * Recorded sessions, read from files and played again. {@link
 * dev.parlando.testkit.recording.Recording} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.recording;

import org.jspecify.annotations.NullMarked;
