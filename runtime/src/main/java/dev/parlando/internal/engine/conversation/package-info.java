/**
 * What was said: the items of the conversation, transcripts, playback, the caller's audio, usage.
 * Not part of the API.
 */
@NullMarked
package dev.parlando.internal.engine.conversation;

import org.jspecify.annotations.NullMarked;
