package dev.parlando.internal.engine.oracle;

/** How a tool of the application behaves. */
enum ToolFate {
  RETURNS,
  RETURNS_SLOWLY,
  RETURNS_WITHOUT_REPLY,
  REFUSES,
  REFUSES_ARGUMENTS,
  FAILS,
  NEVER_RETURNS
}
