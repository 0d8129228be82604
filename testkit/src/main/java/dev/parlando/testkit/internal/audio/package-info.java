/**
 * Sound: its encodings, the tones that stand for speech, and the detection of speech. {@link
 * dev.parlando.testkit.internal.audio.ToneEncoder} makes what the server says audible.
 */
@NullMarked
package dev.parlando.testkit.internal.audio;

import org.jspecify.annotations.NullMarked;
