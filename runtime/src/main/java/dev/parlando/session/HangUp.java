package dev.parlando.session;

import dev.parlando.internal.shell.Delivery;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.event.VoiceEvent.Closed.Cause;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hangs a call up when its side channel has ended, unless it is over by itself. */
final class HangUp implements Delivery.Target {

  private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

  private final Runnable hangUp;
  private final Executor executor;
  private volatile CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

  /**
   * @param hangUp may block
   * @param executor runs it
   */
  HangUp(Runnable hangUp, Executor executor) {
    this.hangUp = hangUp;
    this.executor = executor;
  }

  /** Completes when the call was hung up, or could not be; at once where it need not be. */
  CompletableFuture<Void> done() {
    return done;
  }

  @Override
  public void tell(VoiceEvent event) {
    if (event instanceof VoiceEvent.Closed closed && closed.cause() != Cause.SERVER) {
      done =
          CompletableFuture.runAsync(hangUp, executor)
              .exceptionally(
                  failure -> {
                    // Nothing is told after the end.
                    LOG.warn("A call could not be hung up: {}", String.valueOf(failure.getCause()));
                    return null;
                  });
    }
  }
}
