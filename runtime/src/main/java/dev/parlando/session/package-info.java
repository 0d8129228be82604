/**
 * A conversation with a voice model. {@link dev.parlando.session.VoiceSession} is the entry point,
 * {@link dev.parlando.session.VoiceListener} and {@link dev.parlando.session.Subscription} are how
 * an application hears of it.
 */
@NullMarked
package dev.parlando.session;

import org.jspecify.annotations.NullMarked;
