package dev.parlando.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items and tools as an application makes them. */
class ItemTest {

  private static String written(Item item) {
    return EventCodec.client().writeText(new ClientEvent.ItemCreate(item), Dialect.GA);
  }

  @Test
  void factoriesMakeItemsToSend() {
    assertThat(written(Item.userText("a\"b")))
        .isEqualTo(
            "{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"message\",\"role\":\"user\","
                + "\"content\":[{\"type\":\"input_text\",\"text\":\"a\\\"b\"}]}}");
    assertThat(written(Item.systemText("x"))).contains("\"role\":\"system\"", "\"input_text\"");
    assertThat(written(Item.assistantText("x"))).contains("\"assistant\"", "\"output_text\"");
    assertThat(written(Item.functionCall("call_1", "f", "{\"a\":1}")))
        .endsWith(
            "\"item\":{\"type\":\"function_call\",\"call_id\":\"call_1\",\"name\":\"f\","
                + "\"arguments\":\"{\\\"a\\\":1}\"}}");
    assertThat(written(Item.functionCallOutput("call_1", "ok")))
        .endsWith(
            "\"item\":{\"type\":\"function_call_output\",\"call_id\":\"call_1\",\"output\":\"ok\"}}");
  }

  @Test
  void halfACharacterDoesNotSpoilTheMessage() throws Exception {
    String cut = "sunny \uD83C\uDF1E and \uD83C";
    for (Item item : List.of(Item.userText(cut), Item.functionCallOutput("call_1", cut))) {
      ClientEvent event = new ClientEvent.ItemCreate(item);
      byte[] utf8 = EventCodec.client().write(event, Dialect.GA);
      assertThat(new String(utf8, StandardCharsets.UTF_8))
          .isEqualTo(EventCodec.client().writeText(event, Dialect.GA))
          .contains("sunny \uD83C\uDF1E and ?");
    }
  }

  static Stream<Item> itemsOfAllKinds() {
    return Sample.all()
        .filter(sample -> sample.json().has("item"))
        .map(sample -> item(sample.json().path("item").toString()));
  }

  private static Item item(String json) {
    try {
      String event = "{\"type\":\"conversation.item.added\",\"item\":" + json + "}";
      return ((ConversationEvent.ItemAdded) EventCodec.server().read(event)).item();
    } catch (MalformedEventException e) {
      throw new AssertionError(json, e);
    }
  }

  @ParameterizedTest
  @MethodSource("itemsOfAllKinds")
  void itemUnderAnIdIsTheSameElse(Item item) {
    Item other = item.withId("it_x");
    assertThat(other.id()).isEqualTo("it_x");
    assertThat(other).hasSameClassAs(item);
    assertThat(item.id() == null ? item : other.withId(item.id())).isEqualTo(item);
    assertThat(written(other)).contains("\"it_x\"");
  }

  @Test
  void unknownItemUnderAnIdIsTheSameElse() {
    Item item = item("{\"type\":\"new\",\"id\":\"a\",\"x\":1}");
    assertThat(item.withId("b")).isEqualTo(item("{\"type\":\"new\",\"id\":\"b\",\"x\":1}"));
    assertThat(item.id()).isEqualTo("a");
  }

  static Stream<ClientEvent> clientEvents() {
    return Sample.all()
        .filter(sample -> sample.side() == Sample.Side.CLIENT)
        .map(
            sample -> {
              try {
                return EventCodec.client().read(sample.text());
              } catch (MalformedEventException e) {
                throw new AssertionError(sample.text(), e);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("clientEvents")
  void clientEventUnderAnIdIsTheSameElse(ClientEvent event) {
    ClientEvent other = event.withEventId("ev_x");
    assertThat(other.eventId()).isEqualTo("ev_x");
    assertThat(event.eventId() == null ? event : other.withEventId(event.eventId()))
        .isEqualTo(event);
  }

  @Test
  void parametersOfAToolAreReadFromText() {
    FunctionTool tool = FunctionTool.of("f", "Does", "{ \"type\" : \"object\" }");
    assertThat(tool).isEqualTo(new FunctionTool("f", "Does", Sample.json("{\"type\":\"object\"}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{} {}", "no", "{\"a\":}"})
  void parametersOfAToolMustBeAJsonObject(String parameters) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunctionTool.of("price_of", "", parameters))
        .withMessageStartingWith("The parameters of tool price_of are no JSON");
  }
}
