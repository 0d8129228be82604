/**
 * How a session behaves: {@link dev.parlando.session.options.SessionOptions}, with one group of
 * settings for each concern. The session, its engine and its shell read the same groups, so that a
 * default stands in one place.
 */
@NullMarked
package dev.parlando.session.options;

import org.jspecify.annotations.NullMarked;
