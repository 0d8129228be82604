package dev.parlando.tool;

/** The forms in which OpenAI's APIs, and those that follow them, take a tool's definition. */
public enum ToolFormat {
  /** The Realtime API: {@code type, name, description, parameters}, and nothing else. */
  REALTIME,
  /**
   * The Responses API, and GPT-Live's delegation: with {@code "strict":false}, since Responses
   * makes a tool strict where nothing is said.
   */
  RESPONSES,
  /**
   * The Responses API in strict mode: with {@code "strict":true} and {@link
   * ToolDefinition#strictParameters()}. A tool that can't be strict goes as {@link #RESPONSES}; a
   * request may have both.
   */
  STRICT
}
