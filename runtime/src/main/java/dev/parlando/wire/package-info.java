/**
 * The mapping between JSON and Java values: {@link dev.parlando.wire.ObjectMapping} describes a
 * class once, and is read, written and printed by. It knows no protocol: the dialects, of which
 * each may name fields in its own way, are the constants of an enum that it is given.
 *
 * <p>A package of its own, so that the codecs of several protocols stand on one mapper. Not
 * exported.
 */
@NullMarked
package dev.parlando.wire;

import org.jspecify.annotations.NullMarked;
