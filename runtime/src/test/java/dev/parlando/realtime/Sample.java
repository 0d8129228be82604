package dev.parlando.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as it is on the wire, and whose it is. */
record Sample(Dialect dialect, Side side, String source, JsonNode json) {

  enum Side {
    CLIENT,
    SERVER
  }

  private static final JsonMapper MAPPER = new JsonMapper();

  /** 1 and 1.0 are one number in JSON. */
  private static final Comparator<JsonNode> NUMBERS_BY_VALUE =
      (a, b) ->
          a.isNumber() && b.isNumber()
              ? new BigDecimal(a.asString()).compareTo(new BigDecimal(b.asString()))
              : a.equals(b) ? 0 : 1;

  /** Our own fixtures: each event of each dialect, at least once. */
  static Stream<Sample> all() {
    return Stream.of(Side.values())
        .flatMap(side -> Stream.of(Dialect.values()).flatMap(dialect -> of(dialect, side)));
  }

  static Stream<Sample> of(Dialect dialect, Side side) {
    String file = (dialect + "-" + side + ".jsonl").toLowerCase(Locale.ROOT);
    List<String> lines = lines(file);
    return lines.stream()
        .map(line -> new Sample(dialect, side, file + ":" + (lines.indexOf(line) + 1), json(line)));
  }

  private static List<String> lines(String file) {
    try (InputStream in = Sample.class.getResourceAsStream("/realtime/" + file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  String type() {
    return json.path("type").stringValue("");
  }

  String text() {
    return MAPPER.writeValueAsString(json);
  }

  Sample with(JsonNode other) {
    return new Sample(dialect, side, source, other);
  }

  /** The decoded event. */
  Object read() throws MalformedEventException {
    return side == Side.SERVER
        ? EventCodec.server().read(text())
        : EventCodec.client().read(text());
  }

  Object readBytes() throws MalformedEventException {
    byte[] utf8 = text().getBytes(StandardCharsets.UTF_8);
    return side == Side.SERVER ? EventCodec.server().read(utf8) : EventCodec.client().read(utf8);
  }

  /** An event written in this sample's dialect. */
  JsonNode write(Object event) {
    return json(
        event instanceof ServerEvent server
            ? EventCodec.server().writeText(server, dialect)
            : EventCodec.client().writeText((ClientEvent) event, dialect));
  }

  JsonNode writeBytes(Object event) {
    return MAPPER.readTree(
        event instanceof ServerEvent server
            ? EventCodec.server().write(server, dialect)
            : EventCodec.client().write((ClientEvent) event, dialect));
  }

  static void assertSameJson(JsonNode actual, JsonNode expected) {
    if (!expected.equals(NUMBERS_BY_VALUE, actual)) {
      assertThat(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(actual))
          .isEqualTo(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(expected));
    }
  }

  @Override
  public String toString() {
    return source + " " + type();
  }
}
