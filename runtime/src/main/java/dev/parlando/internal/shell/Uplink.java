package dev.parlando.internal.shell;

import dev.parlando.audio.AudioFormat;
import dev.parlando.audio.AudioLength;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.EventCodec;
import dev.parlando.session.event.Failure;
import dev.parlando.time.SessionTime;
import dev.parlando.transport.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to the server. On a network that is too slow for what is sent, the user's audio waits
 * here, and of more than may wait the oldest is left out: a server that hears the user late is
 * worse than one that missed something. Nothing else is ever left out, and the order stays. Used by
 * the session's lane, but for {@code close} and the counter.
 */
public final class Uplink {

  private static final EventCodec<ClientEvent> WRITER = EventCodec.client();

  /** How much may wait in the transport, where nothing of it can be left out any more. */
  private static final long IN_TRANSPORT_BYTES = 64 << 10;

  /** How often a transport that is behind is asked for room; it does not tell by itself. */
  private static final long POLL_MS = 20;

  private final SessionTime time;
  private final Executor lane;
  private final AudioFormat format;
  private final long mostBytes;
  private final Consumer<Failure> listener;
  private final Deque<ClientEvent> waiting = new ArrayDeque<>();
  private final AtomicLong droppedAudio = new AtomicLong();
  private volatile @Nullable Connection connection;
  private Dialect dialect = Dialect.GA;
  private long waitingBytes;
  private boolean dropping;
  private boolean polls;

  /**
   * @param format of the user's audio
   * @param mostMs how much of it may wait, in ms
   * @param listener told when some begins to be left out
   */
  public Uplink(
      SessionTime time,
      Executor lane,
      AudioFormat format,
      long mostMs,
      Consumer<Failure> listener) {
    this.time = time;
    this.lane = lane;
    this.format = format;
    this.mostBytes = AudioLength.bytes(format, mostMs);
    this.listener = listener;
  }

  /** Sends over this connection from now on. What waited for the one before means nothing on it. */
  public void use(Connection next) {
    connection = next;
    waiting.clear();
    waitingBytes = 0;
    dropping = false;
  }

  /** The connection there is; null: none was dialled yet. */
  @Nullable Connection connection() {
    return connection;
  }

  /** Writes events in this dialect from now on. */
  public void useDialect(Dialect spoken) {
    dialect = spoken;
  }

  public void send(ClientEvent event) {
    Connection open = connection;
    if (open == null) {
      return;
    }
    if (waiting.isEmpty() && hasRoom(open, event)) {
      open.send(WRITER.write(event, dialect));
      return;
    }
    waiting.add(event);
    if (event instanceof ClientEvent.AudioAppend append) {
      waitingBytes += append.audio().length;
      dropOldest();
    }
    poll();
  }

  private static boolean hasRoom(Connection open, ClientEvent event) {
    return !(event instanceof ClientEvent.AudioAppend) || open.unsentBytes() <= IN_TRANSPORT_BYTES;
  }

  private void dropOldest() {
    Iterator<ClientEvent> oldest = waiting.iterator();
    while (waitingBytes > mostBytes && oldest.hasNext()) {
      if (oldest.next() instanceof ClientEvent.AudioAppend append) {
        oldest.remove();
        waitingBytes -= append.audio().length;
        droppedAudio.incrementAndGet();
        tellDropping();
      }
    }
  }

  private void tellDropping() {
    if (!dropping) {
      dropping = true;
      long ms = AudioLength.ms(format, mostBytes);
      String message =
          "The network is too slow for the user's audio; the oldest is left out while more than "
              + ms
              + " ms of it wait to be sent";
      listener.accept(new Failure(Failure.Kind.TRANSIENT, "", message));
    }
  }

  private void poll() {
    if (!polls) {
      polls = true;
      time.after(POLL_MS, () -> lane.execute(this::sendWaiting));
    }
  }

  private void sendWaiting() {
    polls = false;
    Connection open = connection;
    ClientEvent next = waiting.peek();
    while (open != null && next != null && hasRoom(open, next)) {
      waiting.remove();
      if (next instanceof ClientEvent.AudioAppend append) {
        waitingBytes -= append.audio().length;
      }
      open.send(WRITER.write(next, dialect));
      next = waiting.peek();
    }
    if (next == null) {
      dropping = false;
    } else {
      poll();
    }
  }

  public void close(int code, String reason) {
    Connection open = connection;
    if (open != null) {
      open.close(code, reason);
    }
  }

  /** How many pieces of audio were left out; on any thread. */
  public long droppedAudio() {
    return droppedAudio.get();
  }
}
