/** Hibernate Validator, on records that are there already. */
@NullMarked
package dev.parlando.examples.benchmarks.hibernate;

import org.jspecify.annotations.NullMarked;
