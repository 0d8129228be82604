package dev.parlando.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * JSON as servers write it, read where it lies: no parser is set up, a name that is expected is
 * compared and not made, and audio goes from the message's bytes straight through the JDK's base64.
 * Whatever is unusual or wrong throws, so that the message is read again by {@link JacksonInput}.
 *
 * <p>The reason: setting up a parser, making names and looking at each character of audio cost more
 * than all the rest of reading an event. The benchmarks are {@code OtherEvents} and {@code
 * AudioDelta}.
 */
public final class FastInput extends JsonInput {

  private static final byte[] TRUE = "true".getBytes(ISO_8859_1);
  private static final byte[] FALSE = "false".getBytes(ISO_8859_1);
  private static final byte[] NULL = "null".getBytes(ISO_8859_1);

  private final JsonFactory parsers;
  private final byte[] json;
  private final FastScanner cursor;

  /** Whether nothing was read yet of the object or array that was entered last. */
  private boolean first = true;

  private @Nullable JsonToken token;

  /** Where the value begins; that of a string behind the quote. */
  private int start;

  /** Whether the value is a string that was not gone through yet. */
  private boolean pending;

  /**
   * @param parsers for what becomes a tree
   * @param json begins with the message
   * @param length of the message
   * @param lossy whether a question mark may stand for what is no Latin-1
   */
  public FastInput(JsonFactory parsers, byte[] json, int length, boolean lossy) {
    this.parsers = parsers;
    this.json = json;
    this.cursor = new FastScanner(json, length, lossy);
  }

  @Override
  public boolean careful() {
    return false;
  }

  @Override
  public @Nullable JsonToken token() {
    return token;
  }

  @Override
  public @Nullable JsonToken moveToToken() {
    token = endsWith(']') ? JsonToken.END_ARRAY : value();
    return token;
  }

  @Override
  public @Nullable String moveToField(@Nullable SerializedString expected) {
    if (endsWith('}')) {
      token = JsonToken.END_OBJECT;
      return null;
    }
    cursor.need('"');
    String name = cursor.string(expected);
    cursor.need(':');
    token = value();
    return name;
  }

  /** Whether the object or array ends here; else goes behind the comma. */
  private boolean endsWith(char bracket) {
    if (pending) {
      text();
    }
    if (cursor.next() == bracket) {
      cursor.advance();
      first = false;
      return true;
    }
    if (!first) {
      cursor.need(',');
    }
    return false;
  }

  private JsonToken value() {
    byte begin = cursor.next();
    first = false;
    start = cursor.at();
    return switch (begin) {
      case '"' -> {
        start++;
        pending = true;
        yield JsonToken.VALUE_STRING;
      }
      case '{' -> enter(JsonToken.START_OBJECT);
      case '[' -> enter(JsonToken.START_ARRAY);
      case 't' -> literal(TRUE, JsonToken.VALUE_TRUE);
      case 'f' -> literal(FALSE, JsonToken.VALUE_FALSE);
      case 'n' -> literal(NULL, JsonToken.VALUE_NULL);
      default -> cursor.number() ? JsonToken.VALUE_NUMBER_FLOAT : JsonToken.VALUE_NUMBER_INT;
    };
  }

  private JsonToken enter(JsonToken bracket) {
    cursor.advance();
    first = true;
    return bracket;
  }

  private JsonToken literal(byte[] word, JsonToken meaning) {
    cursor.literal(word);
    return meaning;
  }

  @Override
  public String text() {
    pending = false;
    cursor.goTo(start);
    return cursor.string();
  }

  @Override
  public byte[] audio() {
    pending = false;
    cursor.goTo(start);
    return cursor.audio();
  }

  @Override
  public @Nullable Long whole() {
    return cursor.whole();
  }

  @Override
  public double decimal() {
    return token == JsonToken.VALUE_NUMBER_INT ? cursor.whole() : cursor.decimal(start);
  }

  @Override
  public JsonNode readTree() {
    if (token == JsonToken.VALUE_STRING) {
      return JsonNodeFactory.instance.stringNode(text());
    }
    return token == JsonToken.VALUE_NULL ? JsonNodeFactory.instance.nullNode() : parsed();
  }

  private JsonNode parsed() {
    if (cursor.lossy()) {
      throw unusual();
    }
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      cursor.goTo(start);
      cursor.skip();
      first = false;
    }
    int length = cursor.at() - start;
    try (JsonParser parser = parsers.createParser(ObjectReadContext.empty(), json, start, length)) {
      parser.nextToken();
      return JsonTrees.read(parser);
    }
  }

  @Override
  public boolean ended() {
    return cursor.atEnd();
  }
}
