package dev.parlando.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;

/** Any JSON, as the library's parser sees it. */
public final class JacksonInput extends JsonInput {

  private final JsonParser parser;
  private final boolean careful;

  /**
   * @param careful whether nothing is read that might turn out to be wanted as a tree after all
   */
  public JacksonInput(JsonParser parser, boolean careful) {
    this.parser = parser;
    this.careful = careful;
  }

  @Override
  public boolean careful() {
    return careful;
  }

  @Override
  public @Nullable JsonToken token() {
    return parser.currentToken();
  }

  @Override
  public @Nullable JsonToken moveToToken() {
    return parser.nextToken();
  }

  @Override
  public @Nullable String moveToField(@Nullable SerializedString expected) {
    String name = parser.nextName();
    if (name != null) {
      parser.nextToken();
    }
    return name;
  }

  @Override
  public JsonNode readTree() {
    return JsonTrees.read(parser);
  }

  @Override
  public String text() {
    return parser.getString();
  }

  @Override
  public byte[] audio() {
    return Base64Text.decode(parser.getString());
  }

  @Override
  public @Nullable Long whole() {
    return parser.getNumberType() == NumberType.BIG_INTEGER ? null : parser.getLongValue();
  }

  @Override
  public double decimal() {
    // Of a tree, the parser refuses a double that is too large.
    return parser.getNumberValue().doubleValue();
  }

  @Override
  public boolean ended() {
    return parser.nextToken() == null;
  }
}
