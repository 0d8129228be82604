package dev.parlando.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * Looks ahead in the arguments of one call for the properties that say what variants objects are.
 */
final class TagFinder {

  /** One copy for all objects, of which there may be very many. */
  private final char[] text;

  TagFinder(String text) {
    this.text = text.toCharArray();
  }

  /**
   * The text of a property, wherever in its object it stands; null if it is not there.
   *
   * @param object where the object starts
   */
  @Nullable String find(TokenStreamLocation object, String property) {
    try (JsonParser ahead = ArgumentDocument.open(text, (int) object.getCharOffset())) {
      ahead.nextToken();
      for (String name = ahead.nextName(); name != null; name = ahead.nextName()) {
        JsonToken value = ahead.nextToken();
        if (name.equals(property)) {
          return value == JsonToken.VALUE_STRING ? ahead.getString() : null;
        }
        ahead.skipChildren();
      }
      return null;
    }
  }
}
