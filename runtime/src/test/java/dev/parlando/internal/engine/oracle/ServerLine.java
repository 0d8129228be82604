package dev.parlando.internal.engine.oracle;

import static java.util.Objects.requireNonNullElse;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.SessionConfig;

/** One connection of the simulated server. */
final class ServerLine {

  static final long LATENCY_MS = 10;
  private static final long LATE_MS = 1_500;

  final SimServer server;
  final int number;
  final ServerConversation conversation = new ServerConversation();
  private final Welcome welcome;
  private final ServerResponses responses;
  private final ServerEar ear;
  private boolean open;
  private boolean closed;
  private int items;

  ServerLine(SimServer server, int number, Welcome welcome) {
    this.server = server;
    this.number = number;
    this.welcome = welcome;
    this.responses = new ServerResponses(this);
    this.ear = new ServerEar(this, responses);
  }

  boolean closed() {
    return closed;
  }

  ServerEar ear() {
    return ear;
  }

  ServerResponses responses() {
    return responses;
  }

  String nextItemId() {
    return "item_" + number + "_" + ++items;
  }

  /** The client dials. */
  void ring() {
    server.agenda.after(LATENCY_MS, this::answer);
  }

  private void answer() {
    if (closed) {
      return;
    }
    if (welcome == Welcome.REFUSED) {
      closed = true;
      server.client().refused(number, 503);
      return;
    }
    open = true;
    server.client().opened(number);
    if (welcome == Welcome.ERROR_FOR_GREETING) {
      send(ServerEvents.error("server_error", "It broke.", null));
    } else if (welcome == Welcome.ENDS) {
      end(1011);
    } else if (welcome != Welcome.NO_GREETING) {
      send(ServerEvents.greeting("sess_" + number, server.setup.config()));
    }
  }

  /** Sends an event, unless a mishap happens to it. */
  void send(ServerEvent event) {
    Mishap mishap = server.mishapOf(event);
    if (mishap != null) {
      server.oracle.note(mishap, event);
    }
    if (mishap == null || !mishap.loses()) {
      boolean late = mishap != null && !mishap.doubles();
      Runnable arrival = () -> arrive(event);
      server.agenda.after(late ? LATE_MS : LATENCY_MS, arrival);
      if (mishap != null && mishap.doubles()) {
        server.agenda.after(LATENCY_MS, arrival);
      }
    }
  }

  private void arrive(ServerEvent event) {
    if (!closed) {
      if (event instanceof ResponseEvent.Created created && created.response().metadata() != null) {
        server.echoes();
      }
      server.client().deliver(number, event);
    }
  }

  /** The connection ends. */
  void end(int code) {
    if (!closed) {
      closed = true;
      server.client().closed(number, code);
    }
  }

  void receive(ClientEvent event) {
    if (closed || !open) {
      return;
    }
    if (event instanceof ClientEvent.SessionUpdate update) {
      update(update);
    } else if (event instanceof ClientEvent.ItemCreate create) {
      create(create);
    } else if (event instanceof ClientEvent.ItemTruncate truncate) {
      server.oracle.truncated(conversation.knows(truncate.itemId()));
    } else if (event instanceof ClientEvent.ItemDelete delete) {
      delete(delete);
    } else if (event instanceof ClientEvent.AudioAppend append) {
      ear.append(append.audio());
    } else if (event instanceof ClientEvent.AudioCommit commit) {
      ear.commit(commit.eventId());
    } else if (event instanceof ClientEvent.AudioClear) {
      ear.clear();
    } else if (event instanceof ClientEvent.ResponseCreate create) {
      responses.request(create);
    } else if (event instanceof ClientEvent.ResponseCancel cancel) {
      responses.cancel(cancel);
    }
  }

  private void update(ClientEvent.SessionUpdate update) {
    if (welcome != Welcome.NO_CONFIRMATION) {
      SessionConfig config = requireNonNullElse(update.session(), server.setup.config());
      send(
          ServerEvents.confirmed(
              "sess_" + number, config.turnDetection() == null ? server.setup.config() : config));
    }
  }

  private void delete(ClientEvent.ItemDelete delete) {
    if (conversation.delete(delete.itemId())) {
      send(ServerEvents.deleted(delete.itemId()));
    } else {
      send(ServerEvents.error("item_delete_invalid_item_id", "No such item.", delete.eventId()));
    }
  }

  private void create(ClientEvent.ItemCreate create) {
    Item item = create.item();
    boolean output = item instanceof Item.FunctionCallOutput;
    boolean text = item instanceof Item.Message message && message.role() == Item.Role.USER;
    if ((output && !server.takesOutput()) || (text && !server.takesItem())) {
      send(ServerEvents.error("invalid_value", ServerEvents.ITEM_REFUSED, create.eventId()));
      conversation.refuse(item);
      return;
    }
    if (item instanceof Item.FunctionCallOutput answer) {
      server.oracle.answered(
          number,
          answer,
          conversation.asks(answer.callId()),
          conversation.hasCall(answer.callId()));
    }
    String id = item.id() == null ? nextItemId() : item.id();
    conversation.take(id, item);
    send(ServerEvents.added(item.withId(id)));
    send(ServerEvents.done(item.withId(id)));
  }
}
