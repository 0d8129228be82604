/**
 * Audio: converting it, playing and recording it, and knowing how much of it was heard. {@link
 * dev.parlando.audio.PlaybackSink} is the entry point, with {@link dev.parlando.audio.Speaker} and
 * {@link dev.parlando.audio.Microphone} for the devices of this machine.
 */
@NullMarked
package dev.parlando.audio;

import org.jspecify.annotations.NullMarked;
