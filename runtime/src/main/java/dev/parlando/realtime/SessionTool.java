package dev.parlando.realtime;

/** What the model may call. */
public sealed interface SessionTool permits FunctionTool, OtherTool {}
