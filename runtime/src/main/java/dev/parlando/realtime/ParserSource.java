package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;

/** Any JSON, as the library's parser sees it. */
final class ParserSource extends Source {

  private final JsonParser parser;
  private final boolean careful;

  /**
   * @param careful whether nothing is read that might turn out to be wanted as a tree after all
   */
  ParserSource(JsonParser parser, boolean careful) {
    this.parser = parser;
    this.careful = careful;
  }

  @Override
  boolean careful() {
    return careful;
  }

  @Override
  @Nullable JsonToken token() {
    return parser.currentToken();
  }

  @Override
  @Nullable JsonToken moveToToken() {
    return parser.nextToken();
  }

  @Override
  @Nullable String moveToField(@Nullable SerializedString expected) {
    String name = parser.nextName();
    if (name != null) {
      parser.nextToken();
    }
    return name;
  }

  @Override
  JsonNode readTree() {
    return Trees.read(parser);
  }

  @Override
  String text() {
    return parser.getString();
  }

  @Override
  byte[] audio() {
    return AudioText.decode(parser.getString());
  }

  @Override
  @Nullable Long whole() {
    return parser.getNumberType() == NumberType.BIG_INTEGER ? null : parser.getLongValue();
  }

  @Override
  double decimal() {
    // Of a tree, the parser refuses a double that is too large.
    return parser.getNumberValue().doubleValue();
  }

  @Override
  boolean ended() {
    return parser.nextToken() == null;
  }
}
