package dev.parlando.examples.benchmarks.work;

import java.util.List;

/** Arguments as models write them: compact, spaced, escaped, with null for what is left out. */
public final class Arguments {

  /** The name of the tool; no constant that could be compared by identity. */
  public static final String TOOL = String.join("_", "get", "forecast");

  private static final List<String> TEXTS =
      List.of(
          "{\"city\":\"Toronto\",\"unit\":\"CELSIUS\",\"days\":4,\"fields\":[\"low\",\"high\"]}",
          "{\"city\":\"Qu\u00e9bec\",\"unit\":\"FAHRENHEIT\",\"days\":1,\"fields\":[\"high\"]}",
          "{\"city\": \"San Francisco\", \"unit\": null, \"days\": 10, \"fields\": []}",
          "{\"city\":\"S\\u00e3o Paulo\",\"unit\":\"CELSIUS\",\"days\":5,"
              + "\"fields\":[\"low\",\"high\",\"wind\",\"rain\"]}");

  private Arguments() {}

  /** Four different texts. */
  public static String[] texts() {
    return TEXTS.toArray(String[]::new);
  }
}
