package dev.parlando.json;

import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Hides whatever in arguments is not known to be harmless. */
public final class ArgumentMask {

  private static final String HIDDEN = "***";

  private ArgumentMask() {}

  /**
   * Arguments with every value hidden that is not that of a known, harmless property. What is no
   * JSON object is hidden as a whole.
   *
   * @param arguments the arguments as the model sent them
   * @param shown the names of the properties that may be shown
   */
  public static String mask(String arguments, Set<String> shown) {
    try (JsonParser parser = ArgumentDocument.open(arguments)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return HIDDEN;
      }
      ResultWriter out = new ResultWriter();
      copy(parser, shown, out);
      return parser.nextToken() == null ? out.toString() : HIDDEN;
    } catch (JacksonException e) {
      return HIDDEN;
    }
  }

  private static void copy(JsonParser parser, Set<String> shown, ResultWriter out) {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        out.beginObject();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          parser.nextToken();
          out.name(name);
          if (shown.contains(name)) {
            copy(parser, shown, out);
          } else {
            parser.skipChildren();
            out.value(HIDDEN);
          }
        }
        out.endObject();
      }
      case START_ARRAY -> {
        out.beginArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          out.element();
          copy(parser, shown, out);
        }
        out.endArray();
      }
      case VALUE_STRING -> out.value(parser.getString());
      default -> out.raw(parser.getString());
    }
  }
}
