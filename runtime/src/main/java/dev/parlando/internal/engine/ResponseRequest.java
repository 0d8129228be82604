package dev.parlando.internal.engine;

import dev.parlando.realtime.ResponseConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the model speak.
 *
 * @param answers the calls whose outputs the reply is about; empty where the application asked
 * @param overrides what is different for this reply; null: nothing
 * @param asked whether the application asked for it, and not only tools that ended
 * @param retried whether it was sent before
 */
record ResponseRequest(
    List<String> answers, @Nullable ResponseConfig overrides, boolean asked, boolean retried) {

  static ResponseRequest asked(@Nullable ResponseConfig overrides) {
    return new ResponseRequest(List.of(), overrides, true, false);
  }

  static ResponseRequest toAnswers(List<String> answers, @Nullable ResponseConfig overrides) {
    return new ResponseRequest(List.copyOf(answers), overrides, false, false);
  }

  ResponseRequest again() {
    return new ResponseRequest(answers, overrides, asked, true);
  }

  /** Whether both requests can be met by one reply. */
  boolean mergeable(ResponseRequest other) {
    return overrides == null && other.overrides == null;
  }

  ResponseRequest merged(ResponseRequest other) {
    List<String> all = new ArrayList<>(answers);
    all.addAll(other.answers);
    return new ResponseRequest(
        List.copyOf(all), null, asked || other.asked, retried && other.retried);
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
  boolean outOfBand() {
    return overrides != null && "none".equals(overrides.conversation());
  }
}
