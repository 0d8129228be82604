package dev.parlando.examples.benchmarks.parlando;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parlando and the hand come to the same; how fast is nothing for a test. */
class ContendersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Append",
        "AudioDelta",
        "AudioDeltaText",
        "Dispatch",
        "EngineEvent",
        "OtherEvents",
        "Validation",
        "WholeTurn"
      })
  void agree(String row) {
    assertThatCode(check(row)).doesNotThrowAnyException();
  }

  private static ThrowingCallable check(String row) {
    return switch (row) {
      case "Append" ->
          () -> {
            Append append = new Append();
            append.bytes = 960;
            append.check();
          };
      case "AudioDelta" -> () -> new AudioDelta().check();
      case "AudioDeltaText" -> () -> new AudioDeltaText().check();
      case "Dispatch" -> () -> new Dispatch().check();
      case "EngineEvent" ->
          () -> {
            EngineEvent engine = new EngineEvent();
            engine.items = 10;
            engine.fill();
          };
      case "OtherEvents" -> () -> new OtherEvents().check();
      case "Validation" -> () -> new Validation().check();
      case "WholeTurn" -> () -> new WholeTurn().check();
      default -> throw new IllegalArgumentException(row);
    };
  }
}
