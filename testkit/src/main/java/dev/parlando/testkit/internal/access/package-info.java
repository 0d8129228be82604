/**
 * Who may connect, and what session each client gets. {@link
 * dev.parlando.testkit.internal.access.ClientAccess} knows keys and secrets, {@link
 * dev.parlando.testkit.internal.access.BrainSessions} makes the sessions.
 */
@NullMarked
package dev.parlando.testkit.internal.access;

import org.jspecify.annotations.NullMarked;
