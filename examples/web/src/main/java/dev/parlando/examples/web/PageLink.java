package dev.parlando.examples.web;

import dev.parlando.examples.web.socket.PageSocket;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The way to one page. What belongs to the feed is fetched as fast as the page takes it; what can't
 * wait goes directly. A page that takes nothing any more is let go.
 */
final class PageLink implements PageSocket.Listener {

  /** The close code of a page for which there is no seat. */
  static final int OCCUPIED = 4001;

  /** The close code of a page whose seat was taken over. */
  static final int MOVED = 4002;

  private static final int TOO_SLOW = 1013;
  private static final int BATCH = 500;
  private static final long MAX_PENDING = 64L << 20;

  private final Session socket;
  private final Feed feed;
  private final Console console;
  private final AtomicLong pending = new AtomicLong();
  private long next;
  private boolean fetching;

  /**
   * @param next the number of the first frame of the feed that the page has not seen
   */
  PageLink(Session socket, Feed feed, long next, Console console) {
    this.socket = socket;
    this.feed = feed;
    this.next = next;
    this.console = console;
  }

  /** What a page is connected to. */
  interface Console {

    /** A frame came from the page in the seat. */
    void asked(PageLink page, PageFrame frame) throws RefusedFrameException;

    /** Audio came from the page in the seat. */
    void spoke(PageLink page, byte[] pcm);

    /** The page is gone. */
    void left(PageLink page);
  }

  /** Sends what is new in the feed, unless that is under way. */
  void fetch() {
    Feed.Stretch stretch;
    synchronized (this) {
      if (fetching) {
        return;
      }
      stretch = feed.from(next, BATCH);
      if (stretch.frames().isEmpty()) {
        return;
      }
      fetching = true;
    }
    String batch =
        "{\"type\":\"feed\",\"start\":%d,\"skipped\":%d,\"frames\":["
                .formatted(stretch.start(), stretch.start() - next)
            + String.join(",", stretch.frames())
            + "]}";
    socket.sendText(batch, Callback.from(() -> fetched(stretch.end()), PageLink::gone));
  }

  private void fetched(long end) {
    synchronized (this) {
      fetching = false;
      next = end;
    }
    fetch();
  }

  /** Sends a frame that can't wait. */
  void send(String text) {
    count(text.length());
    socket.sendText(text, Callback.from(() -> pending.addAndGet(-text.length()), PageLink::gone));
  }

  /** Sends audio: a JSON object, its length in two bytes before it, and samples behind it. */
  void play(int generation, String itemId, int contentIndex, byte[] pcm) {
    byte[] head =
        JsonNodeFactory.instance
            .objectNode()
            .put("generation", generation)
            .put("itemId", itemId)
            .put("contentIndex", contentIndex)
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream frame = new ByteArrayOutputStream(2 + head.length + pcm.length);
    frame.write(head.length >> 8);
    frame.write(head.length);
    frame.writeBytes(head);
    frame.writeBytes(pcm);
    count(frame.size());
    socket.sendBinary(
        ByteBuffer.wrap(frame.toByteArray()),
        Callback.from(() -> pending.addAndGet(-frame.size()), PageLink::gone));
  }

  /** What can't be sent needs no care: the page is gone, and its close is reported. */
  private static void gone(Throwable failed) {}

  private void count(int bytes) {
    if (pending.addAndGet(bytes) > MAX_PENDING) {
      close(TOO_SLOW, "The page does not keep up");
    }
  }

  void close(int code, String reason) {
    socket.close(code, reason, Callback.NOOP);
  }

  @Override
  public void text(String text) {
    try {
      console.asked(this, PageFrameReader.read(text));
    } catch (RefusedFrameException refused) {
      refuse(String.valueOf(refused.getMessage()));
    }
  }

  @Override
  public void binary(byte[] bytes) {
    if (bytes.length % 2 == 1) {
      refuse("Audio comes in 16-bit samples; this frame has an odd number of bytes.");
    } else {
      console.spoke(this, bytes);
    }
  }

  private void refuse(String why) {
    send(
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "refused")
            .put("message", why)
            .toString());
  }

  @Override
  public void closed() {
    console.left(this);
  }
}
