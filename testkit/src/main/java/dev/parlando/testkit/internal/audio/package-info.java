/**
 * Audio: its encodings, the tones that stand for speech, and the detection of speech. A package of
 * its own because it works on samples and has no part in the protocol. {@link
 * dev.parlando.testkit.internal.audio.ToneEncoder} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.internal.audio;

import org.jspecify.annotations.NullMarked;
