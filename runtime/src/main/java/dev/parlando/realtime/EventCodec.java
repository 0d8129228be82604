package dev.parlando.realtime;

import dev.parlando.wire.FastInput;
import dev.parlando.wire.IllegalValueException;
import dev.parlando.wire.JacksonInput;
import dev.parlando.wire.JsonInput;
import dev.parlando.wire.TaggedUnion;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads and writes events. Reading accepts the names of both dialects; writing uses those of one.
 *
 * <p>Reading is tolerant: events, fields and values that this version does not know are kept, and
 * what a server left out is null. Writing gives all of it again. Immutable and safe for use by many
 * threads.
 *
 * @param <E> {@link ServerEvent} or {@link ClientEvent}
 */
public final class EventCodec<E> {

  private static final int MAX_STRING_LENGTH = 64 << 20;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_NUMBER_LENGTH = 1000;

  /** Most events fit; speech grows beyond. */
  private static final int INITIAL_SIZE = 512;

  /** How much of a malformed message is looked at, in bytes. */
  private static final int SHOWN = 4096;

  private static final EventCodec<ServerEvent> SERVER =
      new EventCodec<>(ServerEventMappings.EVENTS, MAX_STRING_LENGTH, true);
  private static final EventCodec<ClientEvent> CLIENT =
      new EventCodec<>(ClientEventMappings.EVENTS, MAX_STRING_LENGTH, true);

  private final TaggedUnion<E> events;
  private final JsonFactory json;
  private final int maxStringLength;
  private final boolean shortcuts;

  private EventCodec(TaggedUnion<E> events, int maxStringLength, boolean shortcuts) {
    this.events = events;
    this.maxStringLength = maxStringLength;
    this.shortcuts = shortcuts;
    this.json =
        JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            // Names of fields are looked up: that is a comparison of references then.
            .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(maxStringLength)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();
  }

  /** For what servers send. */
  public static EventCodec<ServerEvent> server() {
    return SERVER;
  }

  /** For what clients send. */
  public static EventCodec<ClientEvent> client() {
    return CLIENT;
  }

  /**
   * The same codec with another limit.
   *
   * @param maxStringLength the longest string that is read, in characters. Without this it is 64
   *     Mi, which is 48 MiB of audio
   * @throws IllegalArgumentException if it is less than 1
   */
  public EventCodec<E> withMaxStringLength(int maxStringLength) {
    if (maxStringLength < 1) {
      throw new IllegalArgumentException("maxStringLength must be at least 1: " + maxStringLength);
    }
    return new EventCodec<>(events, maxStringLength, shortcuts);
  }

  /** The same codec without its shortcuts: all goes the general way. */
  EventCodec<E> general() {
    return new EventCodec<>(events, maxStringLength, false);
  }

  /**
   * Reads one event.
   *
   * @param utf8 the whole message
   * @throws MalformedEventException if the message is no event
   */
  public E read(byte[] utf8) throws MalformedEventException {
    return read(utf8, utf8.length);
  }

  /**
   * Reads one event from the start of an array, nothing of which is kept.
   *
   * @param utf8 begins with the whole message
   * @param length of the message in bytes
   * @throws MalformedEventException if the message is no event
   * @throws IndexOutOfBoundsException if the array is shorter
   */
  public E read(byte[] utf8, int length) throws MalformedEventException {
    Objects.checkFromIndexSize(0, length, utf8.length);
    E event = readPlain(utf8, length, false);
    return event == null ? readGeneral(utf8, length) : event;
  }

  private @Nullable E readPlain(byte[] message, int length, boolean lossy) {
    if (!shortcuts || length > maxStringLength) {
      return null;
    }
    try {
      return read(new FastInput(json, message, length, lossy));
    } catch (JsonInput.UnusualJsonException | IllegalValueException | JacksonException odd) {
      return null; // The general way reads it, or says what is wrong with it.
    }
  }

  private E readGeneral(byte[] utf8, int length) throws MalformedEventException {
    try {
      return readQuickly(() -> json.createParser(ObjectReadContext.empty(), utf8, 0, length));
    } catch (JacksonException | IllegalValueException e) {
      int shown = Math.min(length, SHOWN);
      throw MalformedEventException.of(e, new String(utf8, 0, shown, StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads one event.
   *
   * @param text the whole message
   * @throws MalformedEventException if the message is no event
   */
  public E read(String text) throws MalformedEventException {
    // Whatever is not Latin-1 becomes a question mark.
    byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
    E event = readPlain(latin, latin.length, true);
    return event == null ? readGeneral(text) : event;
  }

  private E readGeneral(String text) throws MalformedEventException {
    try {
      return readQuickly(() -> json.createParser(ObjectReadContext.empty(), text));
    } catch (JacksonException | IllegalValueException e) {
      throw MalformedEventException.of(e, text);
    }
  }

  private E readQuickly(Supplier<JsonParser> open) {
    try (JsonParser parser = open.get()) {
      return read(new JacksonInput(parser, false));
    } catch (JsonInput.UnusualJsonException odd) {
      try (JsonParser parser = open.get()) {
        return read(new JacksonInput(parser, true));
      }
    }
  }

  private E read(JsonInput source) {
    if (source.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalValueException("it is no JSON object");
    }
    E event = events.readAny(source);
    if (!source.ended()) {
      throw new IllegalValueException("something follows the JSON object");
    }
    return event;
  }

  /** Writes one event as UTF-8. */
  public byte[] write(E event, Dialect dialect) {
    byte[] message =
        shortcuts && event instanceof ClientEvent.AudioAppend append
            ? AudioAppendBytes.write(append)
            : null;
    return message == null ? writeGeneral(event, dialect) : message;
  }

  private byte[] writeGeneral(E event, Dialect dialect) {
    BufferRecycler buffers = json._getBufferRecycler();
    try (ByteArrayBuilder utf8 = new ByteArrayBuilder(buffers)) {
      try (JsonGenerator out =
          json.createGenerator(ObjectWriteContext.empty(), utf8, JsonEncoding.UTF8)) {
        events.write(out, event, dialect);
      }
      return utf8.getClearAndRelease();
    } finally {
      buffers.releaseToPool();
    }
  }

  /** Writes one event as text. */
  public String writeText(E event, Dialect dialect) {
    StringWriter text = new StringWriter(INITIAL_SIZE);
    try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), text)) {
      events.write(out, event, dialect);
    }
    return text.toString();
  }
}
