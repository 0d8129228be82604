package dev.parlando.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ToolDefinitionTest {

  private static final ToolDefinition PLAIN =
      ToolDefinition.of("say", "Says \"hello\"\nonce.", "{\"type\":\"object\"}");

  private static final String START =
      "{\"type\":\"function\",\"name\":\"say\",\"description\":\"Says \\\"hello\\\"\\nonce.\","
          + "\"parameters\":{\"type\":\"object\"";

  @Test
  void realtimeHasNoWordOfStrictness() {
    assertThat(PLAIN.asStrict().json(ToolFormat.REALTIME)).isEqualTo(START + "}}");
  }

  @Test
  void responsesIsToldThatAToolIsNotStrict() {
    assertThat(PLAIN.asStrict().json(ToolFormat.RESPONSES))
        .isEqualTo(START + "},\"strict\":false}");
  }

  @Test
  void strictHasItsOwnSchema() {
    ToolDefinition strict = PLAIN.withStrictParameters("{\"type\":\"object\",\"required\":[]}");
    assertThat(strict.json(ToolFormat.STRICT))
        .isEqualTo(START + ",\"required\":[]},\"strict\":true}");
    assertThat(strict.strictParameters()).contains("{\"type\":\"object\",\"required\":[]}");
    assertThat(strict.parameters()).isEqualTo(PLAIN.parameters());
  }

  @Test
  void toolThatCannotBeStrictGoesWithoutBeingIt() {
    assertThat(PLAIN.strictParameters()).isEmpty();
    assertThat(PLAIN.json(ToolFormat.STRICT)).isEqualTo(PLAIN.json(ToolFormat.RESPONSES));
  }

  @Test
  void definitionsOfTheSamePartsAreEqual() {
    ToolDefinition again = ToolDefinition.of(PLAIN.name(), PLAIN.description(), PLAIN.parameters());
    assertThat(again).isEqualTo(PLAIN).hasSameHashCodeAs(PLAIN);
    assertThat(again.asStrict()).isNotEqualTo(PLAIN);
    assertThat(again.withPolicy(ToolPolicy.builder().sensitive(true).build())).isNotEqualTo(PLAIN);
  }
}
