package dev.parlando.testkit.lock;

/**
 * One change of one tool.
 *
 * @param kind what it means to callers
 * @param pointer where, as a JSON Pointer into the tool's entry in the lock; of the new entry, or
 *     of the old one for what is gone; empty for the tool as a whole
 * @param text what changed
 */
record Change(ChangeKind kind, String pointer, String text) {}
