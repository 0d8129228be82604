/**
 * A conversation with a voice model. {@link dev.parlando.session.VoiceSession} is the entry point,
 * {@link dev.parlando.session.VoiceListener} what an application hears of it.
 */
@NullMarked
package dev.parlando.session;

import org.jspecify.annotations.NullMarked;
