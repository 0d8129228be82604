package dev.parlando.internal.shell;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.EventCodec;
import dev.parlando.session.event.Failure;
import dev.parlando.transport.Connection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to the server. On a network that is too slow for what is sent, only audio is left out:
 * all else waits its turn. Used by the session's lane, but for {@code close} and the counter.
 */
public final class Uplink {

  private static final EventCodec<ClientEvent> WRITER = EventCodec.client();

  private final long unsentLimit;
  private final Consumer<Failure> listener;
  private final AtomicLong droppedAudio = new AtomicLong();
  private volatile @Nullable Connection connection;
  private Dialect dialect = Dialect.GA;
  private boolean congested;

  /**
   * @param unsentLimit how many bytes may wait to be sent before audio is left out
   * @param listener told when that begins
   */
  public Uplink(long unsentLimit, Consumer<Failure> listener) {
    this.unsentLimit = unsentLimit;
    this.listener = listener;
  }

  /** Sends over this connection from now on. */
  public void use(Connection next) {
    connection = next;
    congested = false;
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
    if (event instanceof ClientEvent.AudioAppend) {
      boolean room = open.unsentBytes() <= unsentLimit;
      noteRoom(room);
      if (!room) {
        return;
      }
    }
    open.send(WRITER.write(event, dialect));
  }

  private void noteRoom(boolean room) {
    if (!room) {
      droppedAudio.incrementAndGet();
    }
    if (!room && !congested) {
      listener.accept(
          new Failure(
              Failure.Kind.TRANSIENT,
              "",
              "The network is too slow for the user's audio; it is left out until "
                  + unsentLimit
                  + " bytes or less wait to be sent"));
    }
    congested = !room;
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
