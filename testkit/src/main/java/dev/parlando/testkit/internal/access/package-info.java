/**
 * Who may connect, and what session each client gets. A package of its own because that is decided
 * before a session exists. {@link dev.parlando.testkit.internal.access.ClientAccess} is the entry
 * point for keys and secrets, {@link dev.parlando.testkit.internal.access.BrainSessions} for
 * sessions.
 */
@NullMarked
package dev.parlando.testkit.internal.access;

import org.jspecify.annotations.NullMarked;
