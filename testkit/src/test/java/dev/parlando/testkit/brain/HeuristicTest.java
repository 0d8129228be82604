package dev.parlando.testkit.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HeuristicTest {

  private static final OfferedTool TEMPERATURE =
      tool(
          "get_temperature",
          "Gets the current temperature of a city.",
          """
          {"type":"object","required":["city"],"properties":{
            "city":{"type":"string","description":"the city, as the caller said it"},
            "unit":{"type":"string","enum":["celsius","fahrenheit"]}}}
          """);

  private static final OfferedTool TABLE =
      tool(
          "bookTable",
          "Reserves a table at a restaurant.",
          """
          {"type":"object","required":["restaurant","guests"],"properties":{
            "restaurant":{"type":"string"},
            "guests":{"type":"integer","minimum":1,"maximum":20},
            "date":{"type":["string","null"],"format":"date"},
            "outdoors":{"type":"boolean"},
            "contact":{"type":"object","properties":{"email":{"type":"string","format":"email"}}}}}
          """);

  private static final OfferedTool ORDER =
      tool(
          "cancel_order",
          "Cancels an order.",
          """
          {"type":"object","required":["order_id"],"properties":{
            "order_id":{"type":"string","pattern":"^[A-Z]{2}-\\\\d{4}$"}}}
          """);

  private static final OfferedTool SHOPPING =
      tool(
          "add_to_shopping_list",
          "Adds things to the shopping list.",
          """
          {"type":"object","required":["items"],"properties":{
            "items":{"type":"array","items":{"type":"string"}}}}
          """);

  private static final OfferedTool ROUTE =
      tool(
          "find_route",
          "Finds a train connection.",
          """
          {"type":"object","required":["origin","destination"],"properties":{
            "destination":{"type":"string"},"origin":{"type":"string"}}}
          """);

  /** As schemas of records with constraints and of sealed types look. */
  private static final OfferedTool TIMER =
      tool(
          "start_timer",
          "Starts a timer.",
          """
          {"type":"object","required":["length","label"],"additionalProperties":false,"properties":{
            "length":{"type":"string","format":"duration"},
            "label":{"type":"string","minLength":1,"pattern":"\\\\S"},
            "repeats":{"type":"integer","exclusiveMinimum":0,"maximum":5}}}
          """);

  private static final OfferedTool PAYMENT =
      tool(
          "pay_invoice",
          "Pays an invoice.",
          """
          {"type":"object","required":["invoice","method"],"additionalProperties":false,
           "properties":{
            "invoice":{"type":"string","pattern":"^(?:[0-9]{6})$"},
            "method":{"anyOf":[{"$ref":"#/$defs/Card"},{"$ref":"#/$defs/Transfer"}]}},
           "$defs":{
            "Card":{"type":"object","required":["type"],"properties":{"type":{"const":"card"}}},
            "Transfer":{"type":"object","required":["type","bank"],"properties":{
              "type":{"const":"bank_transfer"},"bank":{"type":"string"}}}}}
          """);

  private static final List<OfferedTool> TOOLS =
      List.of(TEMPERATURE, TABLE, ORDER, SHOPPING, ROUTE, TIMER, PAYMENT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "What's the temperature in Toronto?|get_temperature {\"city\":\"Toronto\"}",
        "Say 1 2 3 and tell me temperature of Toronto|get_temperature {\"city\":\"Toronto\"}",
        "temperature in toronto|get_temperature {\"city\":\"toronto\"}",
        "Toronto temperature, in Fahrenheit please|get_temperature {\"city\":\"Toronto\",\"unit\":\"fahrenheit\"}",
        "And in Paris, in fahrenheit?|get_temperature {\"city\":\"Paris\",\"unit\":\"fahrenheit\"}",
        "How warm is it in New York right now?|get_temperature {\"city\":\"New York\"}",
        "What is Rio de Janeiro's temperature?|get_temperature {\"city\":\"Rio de Janeiro\"}",
        "Book a table for 4 guests at Luigi's on 2026-12-24, outdoors|bookTable {\"restaurant\":\"Luigi\",\"guests\":4,\"date\":\"2026-12-24\",\"outdoors\":true}",
        "Please reserve a table for two at \"The Blue Door\" for ann@example.org|bookTable {\"restaurant\":\"The Blue Door\",\"guests\":2,\"contact\":{\"email\":\"ann@example.org\"}}",
        "I want to cancel my order AB-1234|cancel_order {\"order_id\":\"AB-1234\"}",
        "Add \"oat milk\" and \"bread\" to my shopping list|add_to_shopping_list {\"items\":[\"oat milk\",\"bread\"]}",
        "Start a timer for 10 minutes called Pasta|start_timer {\"length\":\"PT10M\",\"label\":\"Pasta\"}",
        "start a timer of 2 hours for \"the roast\", 3 repeats|start_timer {\"length\":\"PT2H\",\"label\":\"the roast\",\"repeats\":3}",
        "Pay invoice 123456 by bank transfer from Citibank|pay_invoice {\"invoice\":\"123456\",\"method\":{\"type\":\"bank_transfer\",\"bank\":\"Citibank\"}}",
        "Pay invoice 654321 by card|pay_invoice {\"invoice\":\"654321\",\"method\":{\"type\":\"card\"}}",
        "Find a train from Berlin to Munich|find_route {\"destination\":\"Munich\",\"origin\":\"Berlin\"}",
      })
  void callsTheToolThatFitsWithArgumentsFromTheText(String text, String call) {
    assertThat(calls(ask(text))).containsExactly(call);
  }

  @Test
  void callsSeveralToolsInOneSentence() {
    assertThat(
            calls(
                ask(
                    "What's the temperature in Toronto and in Paris, and cancel order XY-0001,"
                        + " then book a table for 3 at Nobu.")))
        .containsExactly(
            "get_temperature {\"city\":\"Toronto\"}",
            "get_temperature {\"city\":\"Paris\"}",
            "cancel_order {\"order_id\":\"XY-0001\"}",
            "bookTable {\"restaurant\":\"Nobu\",\"guests\":3}");
  }

  @Test
  void asksForARequiredArgumentThatTheTextLacks() {
    assertThat(spoken(ask("What's the temperature?")))
        .isEqualTo("I need one more thing to get the temperature: the city.");
  }

  @Test
  void usesTheAnswerToItsQuestion() {
    Turn turn =
        turn(
            TOOLS,
            user("What's the temperature?"),
            assistant("I need one more thing to get the temperature: the city."),
            user("Toronto"));
    assertThat(calls(new Heuristic().reply(turn)))
        .containsExactly("get_temperature {\"city\":\"Toronto\"}");
  }

  @Test
  void saysThatItIsNoModelAndWhatItCanDoWhereNothingFits() {
    assertThat(spoken(ask("Sing me a song about the sea.")))
        .isEqualTo(
            "I am a local stand-in and not a language model. I can get the temperature, book the"
                + " table, cancel the order, add to the shopping list, find the"
                + " route, start the timer and pay the invoice.");
  }

  @Test
  void saysThatItHasNoToolsWhereThereAreNone() {
    assertThat(spoken(new Heuristic().reply(turn(List.of(), user("What's the temperature?")))))
        .contains("not a language model")
        .contains("no tools");
  }

  @Test
  void callsSomethingWhereACallIsRequired() {
    Turn turn =
        new Turn("s", "", false, List.of(user("Hello")), List.of(TEMPERATURE), true, json("{}"));
    assertThat(calls(new Heuristic().reply(turn))).containsExactly("get_temperature {}");
  }

  @Test
  void callsAgainAfterAnOutputAsLongAsACallIsRequired() {
    Turn turn =
        new Turn(
            "s",
            "",
            false,
            List.of(user("Temperature in Toronto?"), output("c1", "22")),
            List.of(TEMPERATURE),
            true,
            json("{}"));
    assertThat(calls(new Heuristic().reply(turn)))
        .containsExactly("get_temperature {\"city\":\"Toronto\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"city\":\"Toronto\",\"temperature\":22,\"unit\":\"celsius\"}|The temperature in Toronto is 22 degrees celsius.",
        "{\"city\":\"Toronto\",\"temperature\":1,\"unit\":\"CELSIUS\"}|The temperature in Toronto is 1 degree celsius.",
        "{\"temperature\":22,\"humidity\":40,\"windy\":false}|The temperature is 22, the humidity is 40 and it is not windy.",
        "{\"error\":\"No such city.\"}|That didn't work: No such city.",
        "{\"error\":{\"code\":7,\"message\":\"no such city\"}}|That didn't work: no such city.",
        "22|The temperature is 22.",
        "It is warm|It is warm.",
        "[1,2,3]|For temperature I found 1, 2 and 3.",
        "[]|I found nothing for temperature.",
        "[{\"day\":\"Mon\",\"high\":3},{\"day\":\"Tue\",\"high\":5}]|For temperature I found day Mon and high 3 and day Tue and high 5.",
        "{\"city\":\"Toronto\",\"sky\":\"clear\",\"alerts\":[\"frost\",\"wind\"]}|For temperature in Toronto, the sky is clear and the alerts are frost and wind.",
        "``|That is done.",
      })
  void saysWhatAToolPutOut(String output, String sentence) {
    Turn turn =
        turn(
            TOOLS,
            user("What's the temperature in Toronto?"),
            json(
                "{\"type\":\"function_call\",\"name\":\"get_temperature\",\"call_id\":\"c1\","
                    + "\"arguments\":\"{\\\"city\\\":\\\"Toronto\\\"}\"}"),
            output("c1", output));
    assertThat(spoken(new Heuristic().reply(turn))).isEqualTo(sentence);
  }

  @Test
  void saysAllOutputsThatCameSinceItLastSpoke() {
    Turn turn =
        turn(
            TOOLS,
            json(
                "{\"type\":\"function_call\",\"name\":\"get_x\",\"call_id\":\"c0\",\"arguments\":\"{}\"}"),
            output("c0", "0"),
            assistant("The x is 0."),
            json(
                "{\"type\":\"function_call\",\"name\":\"get_y\",\"call_id\":\"c1\",\"arguments\":\"{}\"}"),
            json(
                "{\"type\":\"function_call\",\"name\":\"get_z\",\"call_id\":\"c2\",\"arguments\":\"{}\"}"),
            output("c1", "1"),
            output("c2", "2"));
    assertThat(spoken(new Heuristic().reply(turn))).isEqualTo("The y is 1. The z is 2.");
  }

  @Test
  void saysWhatItsOwnInstructionsQuote() {
    Turn turn = new Turn("s", "Say \"One second.\"", true, List.of(), List.of(), false, json("{}"));
    assertThat(spoken(new Heuristic().reply(turn))).isEqualTo("One second.");
  }

  private static Reply ask(String text) {
    return new Heuristic().reply(turn(TOOLS, user(text)));
  }

  private static Turn turn(List<OfferedTool> tools, JsonNode... items) {
    return new Turn("s", "", false, List.of(items), tools, false, json("{}"));
  }

  private static List<String> calls(Reply reply) {
    List<String> calls = new ArrayList<>();
    for (Step step : reply.steps()) {
      calls.add(step instanceof Step.Call call ? call.name() + " " + call.arguments() : "" + step);
    }
    return calls;
  }

  private static String spoken(Reply reply) {
    assertThat(reply.steps()).hasSize(1).allMatch(Step.Say.class::isInstance);
    return ((Step.Say) reply.steps().get(0)).text();
  }

  private static OfferedTool tool(String name, String description, String parameters) {
    return new OfferedTool(name, description, json(parameters));
  }

  private static JsonNode user(String text) {
    return message("user", "input_text", text);
  }

  private static JsonNode assistant(String text) {
    return message("assistant", "output_text", text);
  }

  private static JsonNode message(String role, String type, String text) {
    var message = JsonMapper.shared().createObjectNode().put("type", "message").put("role", role);
    message.putArray("content").addObject().put("type", type).put("text", text);
    return message;
  }

  private static JsonNode output(String callId, String output) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("type", "function_call_output")
        .put("call_id", callId)
        .put("output", output);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
