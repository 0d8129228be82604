package dev.parlando.examples.web;

import dev.parlando.audio.AudioChunk;
import dev.parlando.audio.AudioFormat;
import dev.parlando.audio.Heard;
import dev.parlando.audio.PlaybackSink;
import dev.parlando.audio.Playlist;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Plays in the page, which reports how far its device is. A flush begins a new queue with the next
 * generation; what is on its way to or from the page for an older one no longer counts.
 */
final class BrowserSink implements PlaybackSink {

  /** Where the audio goes. Called in order; must not block. */
  interface Page {

    /**
     * Plays a chunk.
     *
     * @param pcm whole samples
     */
    void play(int generation, String itemId, int contentIndex, byte[] pcm);

    /** Forgets what belongs to generations before this one. */
    void flush(int generation);
  }

  private final Page page;
  private final Playlist playlist = new Playlist(AudioFormat.PCM16_24K, 24_000);
  private int generation;
  private long played;
  private String lastItem = "";
  private byte[] half = new byte[0];

  /**
   * @param generation the number of the first queue, higher than any before on the same page
   */
  BrowserSink(Page page, int generation) {
    this.page = page;
    this.generation = generation;
  }

  @Override
  public synchronized void play(AudioChunk chunk) {
    byte[] pcm = wholeSamples(chunk);
    playlist.add(chunk, pcm.length / 2);
    page.play(generation, chunk.itemId(), chunk.contentIndex(), pcm);
  }

  /** Keeps the first half of a sample until its other half comes. */
  private byte[] wholeSamples(AudioChunk chunk) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (chunk.itemId().equals(lastItem)) {
      bytes.writeBytes(half);
    }
    bytes.writeBytes(chunk.audio());
    lastItem = chunk.itemId();
    byte[] all = bytes.toByteArray();
    int whole = all.length & ~1;
    half = Arrays.copyOfRange(all, whole, all.length);
    return Arrays.copyOf(all, whole);
  }

  /** The page's report; of a queue that is gone it is ignored. */
  synchronized void played(int ofGeneration, long frames) {
    if (ofGeneration == generation) {
      played = Math.min(Math.max(played, frames), playlist.end());
    }
  }

  /** The queue that plays now. */
  synchronized int generation() {
    return generation;
  }

  @Override
  public synchronized Optional<Heard> flush() {
    Optional<Heard> heard = playlist.at(played);
    playlist.clear();
    played = 0;
    page.flush(++generation);
    return heard;
  }

  /** What plays goes on to its end: that the session is over is no reason to cut it off. */
  @Override
  public void close() {}
}
