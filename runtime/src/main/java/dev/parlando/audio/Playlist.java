package dev.parlando.audio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be heard, in order, laid along the frames of a device. Given how far the device is, it
 * knows which item that is and how far into it. For {@link PlaybackSink}s whose device is told by
 * somebody else how far it is: a browser, a telephone. Not safe for use by several threads.
 */
public final class Playlist {

  /** Items whose length so far is known; more than ever take turns. */
  private static final int REMEMBERED_ITEMS = 16;

  private final AudioFormat format;
  private final int deviceHz;
  private final Deque<Stretch> stretches = new ArrayDeque<>();
  private final Map<Part, Length> lengths =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Part, Length> eldest) {
          return size() > REMEMBERED_ITEMS;
        }
      };

  private long end;

  /**
   * An empty list.
   *
   * @param format of what is handed over
   * @param deviceHz the rate at which it is played
   */
  public Playlist(AudioFormat format, int deviceHz) {
    this.format = format;
    this.deviceHz = deviceHz;
  }

  /** Adds a chunk that became so many frames; they may follow by {@link #extend}. */
  public void add(AudioChunk chunk, long frames) {
    Part part = new Part(chunk.itemId(), chunk.contentIndex());
    Length length = lengths.computeIfAbsent(part, p -> new Length());
    length.bytes += chunk.audio().length;
    Stretch last = stretches.peekLast();
    if (last == null || !last.part.equals(part)) {
      stretches.add(new Stretch(part, length, end));
    }
    extend(frames);
  }

  /** Makes the last chunk longer. Without one does nothing. */
  public void extend(long frames) {
    Stretch last = stretches.peekLast();
    if (last != null) {
      last.length.frames += frames;
      end += frames;
      last.end = end;
    }
  }

  /** The frame after the last; frames count from the last {@link #clear()}. */
  public long end() {
    return end;
  }

  /** How long it takes from a frame to the end, in ms, rounded up. */
  public long remainingMs(long frame) {
    return Math.max(0, (end - frame) * 1000 + deviceHz - 1) / deviceHz;
  }

  /** What is being heard at a frame; empty if it is the end. Frames before are forgotten. */
  public Optional<Heard> at(long frame) {
    while (!stretches.isEmpty() && stretches.element().end <= frame) {
      stretches.remove();
    }
    return Optional.ofNullable(stretches.peek()).map(stretch -> heard(stretch, frame));
  }

  private Heard heard(Stretch stretch, long frame) {
    long played = stretch.framesBefore + Math.max(0, frame - stretch.start);
    long ms = Math.min(played * 1000 / deviceHz, AudioLength.ms(format, stretch.length.bytes));
    return new Heard(stretch.part.itemId, stretch.part.contentIndex, Math.toIntExact(ms));
  }

  /** Forgets what was not heard. The next frame is frame 0. */
  public void clear() {
    stretches.clear();
    end = 0;
  }

  private record Part(String itemId, int contentIndex) {}

  /** All that was handed over of a part, heard or not. */
  private static final class Length {
    long bytes;
    long frames;
  }

  /** Frames in a row of one part. */
  private static final class Stretch {
    final Part part;
    final Length length;
    final long start;
    final long framesBefore;
    long end;

    Stretch(Part part, Length length, long start) {
      this.part = part;
      this.length = length;
      this.start = start;
      this.framesBefore = length.frames;
      this.end = start;
    }
  }
}
