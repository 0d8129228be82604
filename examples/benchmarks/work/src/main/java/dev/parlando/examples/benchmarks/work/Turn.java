package dev.parlando.examples.benchmarks.work;

/** A call of the tool as the server announces it, and what the client answers. */
public final class Turn {

  private static final String CALL =
      "{\"type\":\"response.function_call_arguments.done\",\"event_id\":\"event_Cq7TmvBaYw0kR2xZ\","
          + "\"response_id\":\"resp_Cq7Tk41sJdPeUu8f\",\"item_id\":\"item_Cq7TlM9vXcQa5Zb3\","
          + "\"output_index\":1,\"call_id\":\"call_Vt83hLwq\",\"name\":\"get_forecast\","
          + "\"arguments\":\"%s\"}";

  private Turn() {}

  /** The call with each of {@link Arguments#texts()}. */
  public static String[] calls() {
    String[] calls = Arguments.texts();
    for (int i = 0; i < calls.length; i++) {
      calls[i] = CALL.formatted(escaped(calls[i]));
    }
    return calls;
  }

  /** The events that answer a call, one after the other, without ids of events. */
  public static String answer(int index) {
    return "{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"function_call_output\","
        + "\"call_id\":\"call_Vt83hLwq\",\"output\":\"%s\"}}"
            .formatted(escaped(Answers.expected(index)))
        + "{\"type\":\"response.create\"}";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
