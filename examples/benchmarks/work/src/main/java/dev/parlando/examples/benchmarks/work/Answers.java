package dev.parlando.examples.benchmarks.work;

/** Whether contenders come to the same answer. */
public final class Answers {

  private static final String[] EXPECTED = {
    answer("Toronto", "20.9", "CELSIUS"),
    answer("Québec", "19.1", "FAHRENHEIT"),
    answer("San Francisco", "24.5", "CELSIUS"),
    answer("São Paulo", "21.5", "CELSIUS")
  };

  private Answers() {}

  private static String answer(String city, String temperature, String unit) {
    return "{\"city\":\"%s\",\"temperature\":%s,\"unit\":\"%s\",".formatted(city, temperature, unit)
        + "\"days\":[{\"name\":\"Monday\",\"low\":11.5,\"high\":19.25},"
        + "{\"name\":\"Tuesday\",\"low\":12.0,\"high\":22.75},"
        + "{\"name\":\"Wednesday\",\"low\":8.1,\"high\":16.4}]}";
  }

  /**
   * The answer to one of {@link Arguments#texts()}, as compact JSON.
   *
   * @param index which one
   */
  public static String expected(int index) {
    return EXPECTED[index];
  }

  /**
   * Compares an answer with the one expected.
   *
   * @param index which of {@link Arguments#texts()} was asked
   * @param json the answer, compact or with space between its parts
   * @throws IllegalStateException if it is another
   */
  public static void check(int index, String json) {
    String compact = json.replaceAll("\\s(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", "");
    same(EXPECTED[index], compact);
  }

  /**
   * Compares two answers by their text.
   *
   * @throws IllegalStateException if they differ
   */
  public static void same(Object expected, Object actual) {
    if (!expected.toString().equals(actual.toString())) {
      throw new IllegalStateException("Expected " + expected + "\nbut got " + actual);
    }
  }
}
