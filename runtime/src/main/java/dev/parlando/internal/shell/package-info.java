/**
 * What carries the engine's effects out: lanes, timers, running tools, the way to the server and to
 * the listeners. {@link dev.parlando.internal.shell.SessionLoop} is the entry point. It decides
 * nothing about the conversation. Not part of the API.
 */
@NullMarked
package dev.parlando.internal.shell;

import org.jspecify.annotations.NullMarked;
