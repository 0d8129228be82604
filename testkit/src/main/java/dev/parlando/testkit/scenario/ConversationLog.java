package dev.parlando.testkit.scenario;

import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** What happened, for people: a line each, with the time in front. Not thread-safe. */
final class ConversationLog {

  private final List<ToolSet> tools;
  private final List<String> lines = new ArrayList<>();
  private LongSupplier clock = () -> 0;
  private long startMs;

  /**
   * @param tools declare what of their arguments may be shown
   */
  ConversationLog(List<ToolSet> tools) {
    this.tools = tools;
  }

  /** The time begins at 0 now. */
  void startAt(LongSupplier clock) {
    this.clock = clock;
    startMs = clock.getAsLong();
  }

  long nowMs() {
    return clock.getAsLong();
  }

  void add(String who, String what) {
    double seconds = (nowMs() - startMs) / 1000.0;
    lines.add(String.format(Locale.ROOT, "[%5.1f s] %s> %s", seconds, who, what));
  }

  void addCall(ToolCall call) {
    add("calls", call.name() + " " + shown(call));
  }

  /** The arguments of a call as they may be shown. */
  String shown(ToolCall call) {
    return tools.stream()
        .filter(set -> set.definitions().stream().anyMatch(it -> it.name().equals(call.name())))
        .findFirst()
        .map(set -> set.masked(call))
        .orElse(call.arguments());
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
