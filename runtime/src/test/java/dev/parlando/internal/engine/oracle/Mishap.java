package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.ErrorDetail;
import dev.parlando.realtime.ErrorEvent;
import dev.parlando.realtime.InputAudioEvent;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import dev.parlando.realtime.TranscriptionEvent;

/** What happens to the next event of a kind on its way. */
enum Mishap {
  LOSE_CREATED(ResponseEvent.Created.class),
  LOSE_DONE(ResponseEvent.Done.class),
  LOSE_OUTPUT_ITEM(ResponseEvent.OutputItemDone.class),
  LOSE_ITEM_ADDED(ConversationEvent.ItemAdded.class),
  LOSE_TRANSCRIPT(TranscriptionEvent.Completed.class),
  LOSE_ERROR(ErrorEvent.class),
  LOSE_SPEECH_STOPPED(InputAudioEvent.SpeechStopped.class),
  DOUBLE_CREATED(ResponseEvent.Created.class),
  DOUBLE_DONE(ResponseEvent.Done.class),
  DOUBLE_OUTPUT_ITEM(ResponseEvent.OutputItemDone.class),
  DOUBLE_COMMITTED(InputAudioEvent.Committed.class),
  DOUBLE_ERROR(ErrorEvent.class),
  DELAY_ITEM_ADDED(ConversationEvent.ItemAdded.class),
  DELAY_TRANSCRIPT(TranscriptionEvent.Completed.class),
  DELAY_ERROR(ErrorEvent.class);

  private final Class<? extends ServerEvent> type;

  Mishap(Class<? extends ServerEvent> type) {
    this.type = type;
  }

  boolean meets(ServerEvent event) {
    // An item that is refused without a word could be known to nobody.
    return type.isInstance(event) && !(event instanceof ErrorEvent e && aboutItem(e.error()));
  }

  private static boolean aboutItem(ErrorDetail error) {
    return ServerEvents.ITEM_REFUSED.equals(error.message());
  }

  boolean loses() {
    return name().startsWith("LOSE");
  }

  boolean doubles() {
    return name().startsWith("DOUBLE");
  }
}
