/**
 * Proves that schema, decoder and checks agree, with an independent JSON Schema validator and an
 * independent Jakarta Validation provider as judges. {@link
 * dev.parlando.processor.agreement.AgreementTest} is the entry point.
 */
@NullMarked
package dev.parlando.processor.agreement;

import org.jspecify.annotations.NullMarked;
