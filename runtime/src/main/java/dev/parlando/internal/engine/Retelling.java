package dev.parlando.internal.engine;

import dev.parlando.internal.engine.conversation.History;
import dev.parlando.internal.engine.conversation.HistoryItem;
import dev.parlando.internal.engine.conversation.Restoration;
import dev.parlando.internal.engine.io.Outbox;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Item;
import dev.parlando.session.event.VoiceEvent;
import java.util.List;

/** Tells a connection what was said before it. */
final class Retelling {

  private final Outbox out;
  private final History history;
  private final Commands commands;
  private final WireCalls calls;
  private final CallerAudio audio;

  Retelling(Outbox out, History history, Commands commands, WireCalls calls, CallerAudio audio) {
    this.out = out;
    this.history = history;
    this.commands = commands;
    this.calls = calls;
    this.audio = audio;
  }

  /** Tells the server an item that the conversation begins with. */
  void seed(Item item) {
    Item restored = Restoration.of(item);
    history.sent(restored);
    out.sendNow(new ClientEvent.ItemCreate(restored));
  }

  /** Tells a new connection all of the old ones. */
  void restore(String sessionId) {
    List<History.Telling> items = history.tellings();
    for (History.Telling telling : items) {
      Item item = telling.item();
      HistoryItem kept = telling.kept();
      String eventId = out.sendNow(new ClientEvent.ItemCreate(Restoration.of(item)));
      // Whoever cares for it must know if it is refused this time.
      if (kept != null && !commands.restored(kept, eventId) && !calls.restored(kept, eventId)) {
        audio.restored(item, eventId);
      }
    }
    out.dropHeldItems();
    calls.restored();
    audio.restore();
    out.tell(new VoiceEvent.Reconnected(sessionId, items.size()));
  }
}
