/**
 * The annotation processor. {@link dev.parlando.processor.ParlandoProcessor} reads annotated
 * classes into a model, checks it, renders it and writes it, one package for each step.
 */
@NullMarked
package dev.parlando.processor;

import org.jspecify.annotations.NullMarked;
