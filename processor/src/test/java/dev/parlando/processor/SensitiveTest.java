package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sensitive values are shown to nobody but the tool. */
final class SensitiveTest {

  private static final Tools TOOLS =
      Compilation.of(
              """
              package p;

              import com.fasterxml.jackson.annotation.JsonAlias;
              import dev.parlando.*;
              import jakarta.validation.constraints.*;
              import java.util.*;

              class Agent {
                record Card(String owner, @Sensitive @JsonAlias("secret") @Pattern(regexp = "\\\\d{4}") String pin) {
                  Card {
                    if (pin.equals("0000")) throw new IllegalArgumentException("0000 is not allowed");
                  }
                }
                record Vault(@Sensitive Map<String, Card> cards, int count) {}
                sealed interface Payment {}
                record ByCard(Card card) implements Payment {}

                record Pin(@com.fasterxml.jackson.annotation.JsonValue @Sensitive String text) {}

                @Tool("x") String check(Pin pin, List<Pin> pins) { return pin.text(); }
                @Tool("x") String pay(Card card) { return card.pin(); }
                @Tool("x") String store(Vault vault) { return "" + vault.cards().size(); }
                @Tool("x") String open(@Sensitive String code, List<Payment> payments, boolean now) { return code; }
                @Tool("x") String plain(String city) { return city; }
              }
              """)
          .compile()
          .tools("p.Agent");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pay   | {\"owner\":\"Ada\",\"pin\":\"1234\"} | {\"owner\":\"Ada\",\"pin\":\"***\"}",
        "pay   | {\"owner\":\"Ada\",\"secret\":1234} | {\"owner\":\"Ada\",\"secret\":\"***\"}",
        "pay   | {\"owner\":\"Ada\",\"pinn\":\"1234\"} | {\"owner\":\"Ada\",\"pinn\":\"***\"}",
        "pay   | {\"owner\":{\"pin\":[1]},\"pin\":null} | {\"owner\":{\"pin\":\"***\"},\"pin\":\"***\"}",
        "pay   | {\"pin\":\"12 | ***",
        "pay   | \"{\\\"pin\\\":\\\"1234\\\"}\" | ***",
        "pay   | {\"owner\":\"A\"} {\"pin\":1} | ***",
        "store | {\"cards\":{\"1234\":{}},\"count\":1.50} | {\"cards\":\"***\",\"count\":1.50}",
        "open  | {\"code\":\"1\",\"payments\":[{\"type\":\"by_card\",\"card\":{\"owner\":\"A\",\"pin\":\"1\"}},2],\"now\":true} |"
            + " {\"code\":\"***\",\"payments\":[{\"type\":\"by_card\",\"card\":{\"owner\":\"A\",\"pin\":\"***\"}},2],\"now\":true}",
        "check | {\"pin\":\"1\",\"pins\":[\"2\"]} | {\"pin\":\"***\",\"pins\":\"***\"}",
        "plain | {\"city\": \"Vienna\"} | {\"city\": \"Vienna\"}",
        "gone  | {\"pin\":1} | {\"pin\":1}",
      })
  void argumentsAreMaskedToBeShown(String tool, String arguments, String masked) {
    assertThat(TOOLS.set().masked(new ToolCall("c", tool, arguments))).isEqualTo(masked);
  }

  @Test
  void toolGetsTheValue() {
    assertThat(TOOLS.call("pay", "{\"owner\":\"Ada\",\"pin\":\"1234\"}")).isEqualTo("1234");
  }

  @Test
  void violationsDoNotTellIt() {
    assertThat(TOOLS.violations("pay", "{\"owner\":\"Ada\",\"pin\":\"0000\"}"))
        .containsExactly("is not valid");
    assertThat(
            TOOLS.violations(
                "store",
                "{\"cards\":{\"4711\":{\"owner\":\"A\",\"pin\":\"x\"},\"4712\":{},\"4713\":{\"owner\":\"A\",\"pin\":\"0000\"}},\"count\":1}"))
        .containsExactly(
            "cards: must match \\d{4}",
            "cards: is missing", "cards: is missing", "cards: is not valid");
  }

  @Test
  void repairsDoNotTellIt() {
    TOOLS.violations("store", "{\"cards\":{\"4711\":null},\"count\":\"1\"}");
    assertThat(TOOLS.repairs())
        .containsExactly(new Repair("store", "count", Repair.Kind.QUOTED_VALUE));
  }
}
