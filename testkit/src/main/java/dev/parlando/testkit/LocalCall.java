package dev.parlando.testkit;

import dev.parlando.testkit.internal.access.BrainSessions;
import dev.parlando.testkit.internal.access.CallBook;
import java.net.URI;

/**
 * A telephone or WebRTC call at a {@link LocalRealtime}. Its session lives until it ends, whatever
 * becomes of the sidebands that clients steer it by: one that was lost may come back, and finds the
 * conversation as it left it. After the end, they get HTTP status 404.
 *
 * <p>Thread-safe.
 */
public final class LocalCall {

  private final String id;
  private final CallBook book;
  private final BrainSessions sessions;
  private final URI url;

  LocalCall(String id, CallBook book, BrainSessions sessions, URI url) {
    this.id = id;
    this.book = book;
    this.sessions = sessions;
    this.url = url;
  }

  /** Its {@code call_id}. */
  public String id() {
    return id;
  }

  /** Where a sideband connects. */
  public URI url() {
    return url;
  }

  /**
   * The caller speaks.
   *
   * @param audio in the session's input format, such as {@link
   *     dev.parlando.testkit.speech.ToneSpeech} makes it
   */
  public void appendAudio(byte[] audio) {
    if (isOpen()) {
      sessions.call(id).append(audio);
    }
  }

  /** The caller hangs up: sidebands are closed with code 1000. Does nothing the second time. */
  public void hangUp() {
    if (book.end(id)) {
      sessions.calls().end(id);
    }
  }

  /** Whether nobody has hung up yet. */
  public boolean isOpen() {
    return book.isOpen(id);
  }
}
