package dev.parlando.testkit.fault;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that goes wrong at one place. Happens once per session, at the first event that fits,
 * unless said otherwise; immutable, so one fault may serve many servers.
 *
 * <pre>{@code
 * Fault.onServerEvent("response.done").drop()
 * Fault.onServerEvent("response.output_audio.delta").nth(3).corrupt("no JSON")
 * Fault.onClientEvent("response.create").reject("server_error", null, "Try again.")
 * Fault.onHandshake().inSession(1).refuse(503, "busy")
 * Fault.onServerResponse().drop()
 * }</pre>
 *
 * @param place where
 * @param action what
 */
public record Fault(Place place, FaultAction action) {

  /** Which side an event comes from. */
  public enum Side {
    /** The server's events. */
    SERVER,
    /** The client's events. */
    CLIENT,
    /** The HTTP request for the connection, before any event. */
    HANDSHAKE,
    /** A response that the server begins by itself, because the user has spoken or was silent. */
    RESPONSE
  }

  /**
   * Where something goes wrong.
   *
   * @param side whose events
   * @param event which of them
   * @param session which session of the server, from 1; 0 for every one
   * @param from which of the matching events is the first that is hit, from 1
   * @param times how many are hit
   */
  public record Place(Side side, Predicate<JsonNode> event, int session, int from, int times) {

    /** Only in one session of the server, counted from 1. */
    public Place inSession(int number) {
      return new Place(side, event, number, from, times);
    }

    /** Not the first matching event but this one, counted from 1. */
    public Place nth(int number) {
      return new Place(side, event, session, number, times);
    }

    /** Also the matching events after it, so many in all. */
    public Place times(int count) {
      return new Place(side, event, session, from, count);
    }

    /** Every matching event from the first on. */
    public Place always() {
      return times(Integer.MAX_VALUE);
    }

    /** Does what is given. */
    public Fault act(FaultAction action) {
      boolean possible =
          switch (side) {
            case SERVER -> action instanceof FaultAction.OnServerEvent;
            case CLIENT -> action instanceof FaultAction.OnClientEvent;
            case HANDSHAKE -> action instanceof FaultAction.OnHandshake;
            case RESPONSE -> action instanceof FaultAction.OnServerResponse;
          };
      if (!possible) {
        throw new IllegalArgumentException(
            action.getClass().getSimpleName() + " can't happen at " + side);
      }
      return new Fault(this, action);
    }

    /** The event is lost, or the response never begins. */
    public Fault drop() {
      return act(new FaultAction.Drop());
    }

    /** The event is sent twice. */
    public Fault duplicate() {
      return act(new FaultAction.Duplicate());
    }

    /** The event and all that follow come later; of a response, only itself. */
    public Fault delay(Duration duration) {
      return act(new FaultAction.Delay(duration));
    }

    /** It comes later, alone: what follows is not held up. */
    public Fault postpone(Duration duration) {
      return act(new FaultAction.Postpone(duration));
    }

    /** So many other events come before it. */
    public Fault holdBack(int events) {
      return act(new FaultAction.HoldBack(events));
    }

    /** Half of the event comes, which is no JSON. */
    public Fault corrupt() {
      return act(new FaultAction.Corrupt(null));
    }

    /** Another text comes instead. */
    public Fault corrupt(String text) {
      return act(new FaultAction.Corrupt(text));
    }

    /** It comes in a binary frame. */
    public Fault asBinary() {
      return act(new FaultAction.AsBinary());
    }

    /** It is at least so many bytes large. */
    public Fault inflate(int bytes) {
      return act(new FaultAction.Inflate(bytes));
    }

    /** It has the name that the other dialect gives it. */
    public Fault rename() {
      return act(new FaultAction.Rename());
    }

    /** The connection is closed instead. */
    public Fault close(int code, String reason) {
      return act(new FaultAction.Close(code, reason));
    }

    /** The connection breaks instead. */
    public Fault abort() {
      return act(new FaultAction.Abort());
    }

    /** Nothing comes any more, and the connection stays open. */
    public Fault goSilent() {
      return act(new FaultAction.GoSilent());
    }

    /** Nothing comes any more, nothing is read, and the connection stays open. */
    public Fault freeze() {
      return act(new FaultAction.Freeze());
    }

    /** An error that names the client's event comes instead of what it asked for. */
    public Fault reject(String type, @Nullable String code, String text) {
      return act(new FaultAction.Reject(type, code, text, true));
    }

    /** The same without naming the event. */
    public Fault rejectAnonymously(String type, @Nullable String code, String text) {
      return act(new FaultAction.Reject(type, code, text, false));
    }

    /** The response fails as it begins. */
    public Fault fail(String code, String message) {
      return act(new FaultAction.Fail(code, message));
    }

    /** The upgrade is answered by an HTTP status. */
    public Fault refuse(int status, String body) {
      return act(new FaultAction.Refuse(status, body));
    }

    /** The upgrade gets no answer at all. */
    public Fault stall() {
      return act(new FaultAction.Stall());
    }
  }

  /** At an event that the server is about to send, by its type in the server's dialect. */
  public static Place onServerEvent(String type) {
    return onServerEvent(event -> type.equals(event.path("type").asString("")));
  }

  /** At an event that the server is about to send. */
  public static Place onServerEvent(Predicate<JsonNode> event) {
    return new Place(Side.SERVER, event, 0, 1, 1);
  }

  /** At the n-th event that the server is about to send in a session, from 1. */
  public static Place atServerEvent(int n) {
    return onServerEvent(event -> true).nth(n);
  }

  /** At an event that the client sent, by its type. */
  public static Place onClientEvent(String type) {
    return onClientEvent(event -> type.equals(event.path("type").asString("")));
  }

  /** At an event that the client sent. */
  public static Place onClientEvent(Predicate<JsonNode> event) {
    return new Place(Side.CLIENT, event, 0, 1, 1);
  }

  /** At a response that the server is about to begin by itself. */
  public static Place onServerResponse() {
    return onServerResponse(item -> true);
  }

  /** The same, if the user's item that it is to answer matches. */
  public static Place onServerResponse(Predicate<JsonNode> item) {
    return new Place(Side.RESPONSE, item, 0, 1, 1);
  }

  /** At the request for a connection. */
  public static Place onHandshake() {
    return new Place(Side.HANDSHAKE, event -> true, 0, 1, 1);
  }
}
