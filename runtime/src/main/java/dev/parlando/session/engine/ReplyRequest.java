package dev.parlando.session.engine;

import dev.parlando.realtime.ResponseConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish that the model speak.
 *
 * @param answers the calls whose outputs the reply is about; empty where the application asked
 * @param overrides what is different for this reply; null: nothing
 * @param asked whether the application asked for it, and not only tools that ended
 * @param retried whether it was sent before
 */
record ReplyRequest(
    List<String> answers, @Nullable ResponseConfig overrides, boolean asked, boolean retried) {

  static ReplyRequest asked(@Nullable ResponseConfig overrides) {
    return new ReplyRequest(List.of(), overrides, true, false);
  }

  static ReplyRequest toAnswers(List<String> answers, @Nullable ResponseConfig overrides) {
    return new ReplyRequest(List.copyOf(answers), overrides, false, false);
  }

  ReplyRequest again() {
    return new ReplyRequest(answers, overrides, asked, true);
  }

  /** Whether both wishes can be met by one reply. */
  boolean mergeable(ReplyRequest other) {
    return overrides == null && other.overrides == null;
  }

  ReplyRequest merged(ReplyRequest other) {
    List<String> all = new ArrayList<>(answers);
    all.addAll(other.answers);
    return new ReplyRequest(List.copyOf(all), null, asked || other.asked, retried && other.retried);
  }

  /** What goes out for it, with a pair of metadata by which it is recognised. */
  ResponseConfig config(String key, String value) {
    ResponseConfig base = overrides == null ? ResponseConfig.builder().build() : overrides;
    Map<String, String> metadata = new LinkedHashMap<>();
    if (base.metadata() != null) {
      metadata.putAll(base.metadata());
    }
    metadata.put(key, value);
    return base.toBuilder().metadata(metadata).build();
  }

  /** Whether the reply stays outside the conversation and may run beside another. */
  boolean aside() {
    return overrides != null && "none".equals(overrides.conversation());
  }
}
