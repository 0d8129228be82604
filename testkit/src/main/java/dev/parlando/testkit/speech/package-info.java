/**
 * {@link dev.parlando.testkit.speech.ToneSpeech}: text as audio that a machine reads back without
 * error, for tests of spoken conversations.
 */
@NullMarked
package dev.parlando.testkit.speech;

import org.jspecify.annotations.NullMarked;
