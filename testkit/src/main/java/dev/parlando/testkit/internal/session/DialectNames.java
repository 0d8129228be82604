package dev.parlando.testkit.internal.session;

import java.util.Map;

/** The types of server events that have another name in the other dialect. */
public final class DialectNames {

  /** By the start of a type. */
  private static final Map<String, String> BETA_BY_GA =
      Map.of(
          "conversation.item.added", "conversation.item.created",
          "response.output_text.", "response.text.",
          "response.output_audio.", "response.audio.",
          "response.output_audio_transcript.", "response.audio_transcript.");

  private DialectNames() {}

  /** A type of general availability as the beta calls it. */
  static String beta(String type) {
    for (Map.Entry<String, String> name : BETA_BY_GA.entrySet()) {
      if (type.startsWith(name.getKey())) {
        return name.getValue() + type.substring(name.getKey().length());
      }
    }
    return type;
  }

  /** A type of either dialect as the other calls it. */
  public static String other(String type) {
    for (Map.Entry<String, String> name : BETA_BY_GA.entrySet()) {
      if (type.startsWith(name.getValue())) {
        return name.getKey() + type.substring(name.getValue().length());
      }
    }
    return beta(type);
  }
}
