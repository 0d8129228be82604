package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Constraints that Jakarta defines for more types than one would think of. */
final class ConstraintsOnTextAndBytesTest {

  private static final String AGENT =
      """
      package p;

      import dev.parlando.*;
      import jakarta.validation.constraints.*;
      import java.math.BigDecimal;

      class Agent {
        record Query(
            @Size(min = 2, max = 4) byte[] bytes,
            @DecimalMin("0.5") @DecimalMax(value = "10", inclusive = false) String amount,
            @Digits(integer = 3, fraction = 2) CharSequence price,
            @Digits(integer = 3, fraction = 1) @Digits(integer = 4, fraction = 3) BigDecimal twice,
            @DefaultValue("7") @DecimalMax("8") String preset) {}

        @Tool("x") String run(Query query) { return "done"; }
        @Tool("x") void empty(@NotEmpty byte[] bytes) {}
      }
      """;

  private static final String VALID =
      "{\"bytes\":\"%s\",\"amount\":\"%s\",\"price\":\"%s\",\"twice\":%s}";

  @ParameterizedTest
  @EnumSource
  void schemaAndCheckSayTheSame(Compiler compiler) {
    Tools tools = Compilation.of(AGENT).with(compiler).compile().tools("p.Agent");

    assertThat(tools.property("run", "bytes").toString())
        .contains("\"minLength\":3", "\"maxLength\":8", "Must have 2 to 4 bytes.");
    assertThat(tools.property("run", "amount").toString())
        .contains("Must be at least 0.5. Must be less than 10.")
        .doesNotContain("minimum");
    assertThat(tools.property("run", "twice").path("multipleOf").decimalValue())
        .isEqualByComparingTo("0.1");
    assertThat(tools.property("run", "twice").path("exclusiveMaximum").intValue()).isEqualTo(1000);
    assertThat(tools.call("run", VALID.formatted("AQI=", "0.5", "123.45", "999.9")))
        .isEqualTo("done");
    assertThat(tools.call("run", VALID.formatted("AQIDBA", "9.99", "-1", "0"))).isEqualTo("done");
    assertThat(tools.violations("run", VALID.formatted("AQ==", "0.4", "1234", "1000")))
        .containsExactly(
            "bytes: must have 2 to 4 bytes",
            "amount: must be at least 0.5",
            "price: must have at most 3 digits before and 2 after the decimal point",
            "twice: must have at most 3 digits before and 1 after the decimal point");
    assertThat(tools.violations("run", VALID.formatted("AQIDBAU=", "ten", "1.234", "0.25")))
        .contains("bytes: must have 2 to 4 bytes", "amount: must be at least 0.5")
        .contains("price: must have at most 3 digits before and 2 after the decimal point")
        .contains("twice: must have at most 3 digits before and 1 after the decimal point");
    assertThat(tools.violations("empty", "{\"bytes\":\"\"}"))
        .containsExactly("bytes: must not be empty");
  }

  @Test
  void defaultThatViolatesALimitIsRefused() {
    Compiled compiled = Compilation.of(AGENT.replace("(\"8\")", "(\"6\")")).compile();
    assertThat(compiled.errors())
        .singleElement()
        .asString()
        .startsWith("[DefaultInvalid] Agent.run(query.preset): the default \"7\" violates");
  }

  @Test
  void whatJakartaDoesNotDefineForTextIsStillRefused() {
    Compiled compiled =
        Compilation.of(
                "class Agent { @dev.parlando.Tool(\"x\") void run("
                    + "@jakarta.validation.constraints.Min(1) String a) {} }")
            .compile();
    assertThat(compiled.errors())
        .singleElement()
        .asString()
        .contains("[ConstraintNotApplicable]", "@DecimalMin");
  }
}
