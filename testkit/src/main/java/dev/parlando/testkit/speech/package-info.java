/**
 * Text as audio that a machine reads back without error, for tests of spoken conversations. A
 * package of its own because tests need it without a server. {@link
 * dev.parlando.testkit.speech.ToneSpeech} is the entry point.
 */
@NullMarked
package dev.parlando.testkit.speech;

import org.jspecify.annotations.NullMarked;
