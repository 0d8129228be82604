package dev.parlando.internal.engine.oracle;

import dev.parlando.audio.Heard;
import java.util.ArrayList;
import java.util.List;

/** Plays audio in real time, one piece after the other. */
final class Speaker {

  private record Piece(String itemId, int contentIndex, long beginMs, long endMs, long beforeMs) {}

  private final List<Piece> pieces = new ArrayList<>();

  void play(String itemId, int contentIndex, long ms, long nowMs) {
    pieces.removeIf(piece -> piece.endMs() <= nowMs && !piece.itemId().equals(itemId));
    Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    long begin = last == null ? nowMs : Math.max(nowMs, last.endMs());
    long before =
        last != null && last.itemId().equals(itemId)
            ? last.beforeMs() + last.endMs() - last.beginMs()
            : 0;
    pieces.add(new Piece(itemId, contentIndex, begin, begin + ms, before));
  }

  /** The items of which something is still to be heard. */
  List<String> unheard(long nowMs) {
    List<String> items = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.endMs() > nowMs && !items.contains(piece.itemId())) {
        items.add(piece.itemId());
      }
    }
    return items;
  }

  /** Stops. Returns how far the audio was heard; null: to its end. */
  Heard flush(long nowMs) {
    Heard heard = null;
    for (Piece piece : pieces) {
      if (piece.endMs() > nowMs) {
        long played = piece.beforeMs() + Math.max(0, nowMs - piece.beginMs());
        heard = new Heard(piece.itemId(), piece.contentIndex(), (int) played);
        break;
      }
    }
    pieces.clear();
    return heard;
  }
}
