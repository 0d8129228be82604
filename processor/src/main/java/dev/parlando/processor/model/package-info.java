/**
 * What was read from the annotated classes: plain values without a compiler behind them, from which
 * schema, decoder and checks are all rendered. {@link dev.parlando.processor.model.ToolSetModel} is
 * the root.
 */
@NullMarked
package dev.parlando.processor.model;

import org.jspecify.annotations.NullMarked;
