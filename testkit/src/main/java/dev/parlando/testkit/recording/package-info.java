/**
 * Recorded sessions, and how they are made, read and written. A package of its own because a
 * recording is data: the server plays it, and {@code replay} compares with it. {@link
 * dev.parlando.testkit.recording.Recording} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.recording;

import org.jspecify.annotations.NullMarked;
