/**
 * What a model must fulfil before it is rendered; one rule is one class. {@link
 * dev.parlando.processor.validate.Rules} has them all.
 */
@NullMarked
package dev.parlando.processor.validate;

import org.jspecify.annotations.NullMarked;
