package dev.parlando.testkit.fault;

import dev.parlando.testkit.internal.file.Fields;
import dev.parlando.testkit.internal.file.JsonFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads faults from files and from sentences.
 *
 * <pre>
 * on: server                      # or client, handshake, response
 * event: response.done            # any event where it isn't said
 * where: {/response/status: completed}
 * session: 1                      # any where it isn't said
 * nth: 2
 * times: 3                        # or always
 * do: delay
 * duration: 200ms
 * </pre>
 *
 * <p>The same in a sentence: {@code server response.done session=1 nth=2 times=3 delay
 * duration=200ms}.
 */
public final class FaultReader {

  private static final Pattern WORD = Pattern.compile("([^\\s=]+)(?:=(\"[^\"]*\"|\\S*))?");

  private FaultReader() {}

  /**
   * Reads a YAML or JSON file: one fault a document, or a list of them.
   *
   * @throws IOException if it can't be read
   * @throws IllegalArgumentException if there is no fault in it; the message says where and why
   */
  public static List<Fault> read(Path file) throws IOException {
    List<Fault> faults = new ArrayList<>();
    for (JsonNode tree : JsonFiles.read(file)) {
      faults.add(fault(new Fields(tree, file + ", fault " + (faults.size() + 1))));
    }
    return faults;
  }

  /**
   * Reads a sentence.
   *
   * @throws IllegalArgumentException if it describes no fault
   */
  public static Fault parse(String sentence) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    Matcher settings = WORD.matcher(sentence);
    while (settings.find()) {
      String name = settings.group(1);
      if (settings.group(2) != null) {
        tree.set(name, value(settings.group(2)));
      } else if (!tree.has("on")) {
        tree.put("on", name);
      } else if (name.equals("always")) {
        tree.put("times", name);
      } else if (!tree.has("event") && (name.contains(".") || name.equals("error"))) {
        tree.put("event", name);
      } else {
        tree.put("do", name);
      }
    }
    return fault(new Fields(tree, "\"" + sentence + "\""));
  }

  /** A number, a quoted text, or a bare one. */
  private static JsonNode value(String text) {
    try {
      JsonNode value = JsonMapper.shared().readTree(text);
      return value.isNumber() || value.isString()
          ? value
          : JsonNodeFactory.instance.stringNode(text);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.stringNode(text);
    }
  }

  private static Fault fault(Fields fields) {
    Fault.Place place = place(fields);
    Fault fault;
    try {
      fault = place.act(FaultActionReader.read(fields));
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw message.startsWith(fields.place()) ? e : fields.problem(message);
    }
    fields.checkNothingElse();
    return fault;
  }

  private static Fault.Place place(Fields fields) {
    Predicate<JsonNode> event = event(fields);
    Fault.Place place =
        switch (fields.text("on")) {
          case "server" -> Fault.onServerEvent(event);
          case "client" -> Fault.onClientEvent(event);
          case "handshake" -> Fault.onHandshake();
          case "response" -> Fault.onServerResponse(event);
          default -> throw fields.problem("on must be server, client, handshake or response");
        };
    place = place.inSession(fields.integer("session", 0)).nth(fields.integer("nth", 1));
    return "always".equals(fields.node("times").asString(""))
        ? place.always()
        : place.times(fields.integer("times", 1));
  }

  private static Predicate<JsonNode> event(Fields fields) {
    Predicate<JsonNode> event = any -> true;
    if (fields.has("event")) {
      String type = fields.text("event");
      event = event.and(each -> type.equals(each.path("type").asString("")));
    }
    for (Map.Entry<String, JsonNode> condition : fields.node("where").properties()) {
      JsonPointer at = pointer(fields, condition.getKey());
      event = event.and(each -> each.at(at).equals(condition.getValue()));
    }
    return event;
  }

  private static JsonPointer pointer(Fields fields, String text) {
    try {
      return JsonPointer.compile(text);
    } catch (IllegalArgumentException e) {
      throw fields.problem("where needs places such as /response/status, not " + text);
    }
  }
}
