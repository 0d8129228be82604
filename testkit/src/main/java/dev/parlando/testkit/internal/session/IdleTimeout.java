package dev.parlando.testkit.internal.session;

import java.time.Duration;

/**
 * Waits for a user who stays silent after a reply. The time runs from when the reply has been
 * played, not from when it has been sent.
 */
final class IdleTimeout {

  private final ServerLink link;
  private final Runnable onTimeout;
  private int waits;

  /**
   * @param onTimeout the user stayed silent for as long as that was to be
   */
  IdleTimeout(ServerLink link, Runnable onTimeout) {
    this.link = link;
    this.onTimeout = onTimeout;
  }

  /** Waits from now on, instead of what it waited for before. */
  void start(Duration duration) {
    int wait = ++waits;
    link.later(
        duration,
        () -> {
          if (wait == waits) {
            onTimeout.run();
          }
        });
  }

  /** Waits no more. */
  void stop() {
    waits++;
  }
}
