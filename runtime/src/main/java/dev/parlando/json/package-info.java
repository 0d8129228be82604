/**
 * How the arguments of a call become Java values and a result becomes JSON. Generated code uses all
 * of it, applications only {@link dev.parlando.json.ArgumentOptions}.
 */
@NullMarked
package dev.parlando.json;

import org.jspecify.annotations.NullMarked;
