package dev.parlando.examples.web;

import dev.parlando.transport.Endpoint;

/**
 * The model to talk to.
 *
 * @param endpoint where it is
 * @param name where it is, for people: without credentials
 */
record Model(Endpoint endpoint, String name) {}
