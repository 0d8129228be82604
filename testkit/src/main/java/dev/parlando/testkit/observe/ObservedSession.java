package dev.parlando.testkit.observe;

import dev.parlando.testkit.recording.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What happened on one connection, and ways to meddle with it. Thread-safe. Events are those that
 * really went over the wire, in order: what a fault dropped is not among them.
 */
public interface ObservedSession {

  /** How long waiting lasts where it isn't said: 10 s. */
  Duration PATIENCE = Duration.ofSeconds(10);

  /** Which connection of the server this is, from 1. */
  int number();

  /** How the client asked for it. */
  ClientHandshake handshake();

  /** Everything that the client sent so far and that was a JSON object. */
  List<JsonNode> clientEvents();

  /** Everything that the server sent so far. */
  List<JsonNode> serverEvents();

  /** Both in one order, with their times, to be written to a file or played again. */
  Recording recording();

  /** What the client sent of a type. */
  default List<JsonNode> clientEvents(String type) {
    return clientEvents().stream().filter(ofType(type)).toList();
  }

  /** What the server sent of a type. */
  default List<JsonNode> serverEvents(String type) {
    return serverEvents().stream().filter(ofType(type)).toList();
  }

  /**
   * Waits until the client has sent so many matching events, from the start of the connection.
   *
   * @return the first so many of them
   * @throws AssertionError if that isn't so in time; names what was sent instead
   */
  List<JsonNode> awaitClientEvents(Predicate<JsonNode> wanted, int count, Duration timeout);

  /** Waits until the server has sent so many matching events; otherwise as the method above. */
  List<JsonNode> awaitServerEvents(Predicate<JsonNode> wanted, int count, Duration timeout);

  /** Waits at most {@link #PATIENCE} for the client's first event of a type. */
  default JsonNode awaitClientEvent(String type) {
    return awaitClientEvent(type, PATIENCE);
  }

  /** Waits at most {@link #PATIENCE} for the server's first event of a type. */
  default JsonNode awaitServerEvent(String type) {
    return awaitServerEvent(type, PATIENCE);
  }

  /** Waits for the first matching event of the client. */
  default JsonNode awaitClientEvent(Predicate<JsonNode> wanted, Duration timeout) {
    return awaitClientEvents(wanted, 1, timeout).get(0);
  }

  /** Waits for the client's first event of a type. */
  default JsonNode awaitClientEvent(String type, Duration timeout) {
    return awaitClientEvent(ofType(type), timeout);
  }

  /** Waits for the first matching event of the server. */
  default JsonNode awaitServerEvent(Predicate<JsonNode> wanted, Duration timeout) {
    return awaitServerEvents(wanted, 1, timeout).get(0);
  }

  /** Waits for the server's first event of a type. */
  default JsonNode awaitServerEvent(String type, Duration timeout) {
    return awaitServerEvent(ofType(type), timeout);
  }

  /** How the connection ended; empty while it is open. */
  Optional<SessionEnd> end();

  /**
   * Waits at most {@link #PATIENCE} until the connection has ended.
   *
   * @throws AssertionError if it hasn't in time
   */
  default SessionEnd awaitEnd() {
    return awaitEnd(PATIENCE);
  }

  /**
   * Waits until the connection has ended.
   *
   * @throws AssertionError if it hasn't in time
   */
  SessionEnd awaitEnd(Duration timeout);

  /**
   * Sends a text frame beside the conversation, whatever it is: an event of a kind that no server
   * knows, half a JSON text. No fault is applied to it.
   */
  void inject(String text);

  /** Closes the connection from the server's side. */
  void close(int code, String reason);

  /** Drops the connection without a close frame, as a broken network does. */
  void abort();

  /** Matches events by their {@code type}. */
  static Predicate<JsonNode> ofType(String type) {
    return event -> type.equals(event.path("type").asString(""));
  }
}
