package dev.parlando.examples.quickstart;

import java.io.Console;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the user says: given texts, or a prompt on a terminal, or a demo. */
final class Turns implements Iterable<String> {

  private static final List<String> DEMO =
      List.of("What's the temperature in Toronto?", "And in Paris, in fahrenheit?");

  private final @Nullable String given;

  /**
   * @param given texts parted by {@code |}; null: ask, or show the demo
   */
  Turns(@Nullable String given) {
    this.given = given;
  }

  @Override
  @SuppressWarnings("SystemConsoleNull") // Before JDK 22 it is null; isTerminal is for the others.
  public Iterator<String> iterator() {
    if (given != null) {
      return Stream.of(given.split("\\|")).map(String::strip).iterator();
    }
    Console console = System.console();
    if (console == null || !isTerminal(console)) {
      return DEMO.iterator();
    }
    console.printf("Ask about the temperature of a city; an empty line ends.%n");
    return Stream.generate(() -> console.readLine("> "))
        .takeWhile(line -> Objects.requireNonNullElse(line, "").length() > 0)
        .iterator();
  }

  /** JDK 22 and later have a console without a terminal, too, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The console can't be asked whether it is a terminal", e);
    }
  }
}
