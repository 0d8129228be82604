package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.ErrorEvent;
import dev.parlando.realtime.InputAudioEvent;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.McpEvent;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.TranscriptionEvent;

/** Events in a line each. */
final class WireText {

  private WireText() {}

  static String of(ClientEvent event) {
    String head = event.type() + " " + event.eventId();
    if (event instanceof ClientEvent.ItemCreate create) {
      return head + " " + of(create.item());
    } else if (event instanceof ClientEvent.ResponseCreate create && create.response() != null) {
      return head
          + " conversation="
          + create.response().conversation()
          + " instructions="
          + create.response().instructions();
    } else if (event instanceof ClientEvent.ResponseCancel cancel) {
      return head + " " + cancel.responseId();
    } else if (event instanceof ClientEvent.ItemTruncate truncate) {
      return head + " " + truncate.itemId() + " at " + truncate.audioEndMs();
    } else if (event instanceof ClientEvent.AudioAppend append) {
      return head + " a" + Tokens.heardIn(append.audio());
    }
    return head;
  }

  static String of(ServerEvent event) {
    String head = event.type();
    if (event instanceof ResponseEvent.Done done) {
      return head
          + " "
          + done.responseId()
          + " "
          + done.response().status()
          + " "
          + done.response().statusDetails();
    } else if (event instanceof ResponseEvent.OutputItemDone done) {
      return head + " " + done.responseId() + " " + of(done.item());
    } else if (event instanceof ResponseEvent response) {
      return head + " " + response.responseId();
    } else if (event instanceof ErrorEvent error) {
      return head + " " + error.error().code() + " about " + error.error().eventId();
    } else if (event instanceof ConversationEvent.ItemAdded added) {
      return head + " " + of(added.item());
    } else if (event instanceof ConversationEvent.ItemDone done) {
      return head + " " + done.item().id();
    } else if (event instanceof InputAudioEvent.SpeechStarted started) {
      return head + " " + started.itemId();
    } else if (event instanceof InputAudioEvent.Committed committed) {
      return head + " " + committed.itemId();
    } else if (event instanceof TranscriptionEvent.Completed completed) {
      return head + " " + completed.itemId() + " \"" + completed.transcript() + "\"";
    } else if (event instanceof McpEvent mcp) {
      return head + " " + mcp.itemId();
    }
    return head;
  }

  private static String of(Item item) {
    if (item instanceof Item.Message message) {
      return message.role() + " " + item.id() + " " + message.content();
    } else if (item instanceof Item.FunctionCall call) {
      return "call " + call.callId() + " " + call.name() + call.arguments() + " " + call.status();
    } else if (item instanceof Item.FunctionCallOutput output) {
      return "output of " + output.callId() + " \"" + output.output() + "\"";
    }
    return String.valueOf(item);
  }
}
