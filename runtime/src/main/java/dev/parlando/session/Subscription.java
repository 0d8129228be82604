package dev.parlando.session;

/** Somebody who is told of events until this is closed. Safe for use by many threads. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

  /**
   * Ends it: nothing that happens from now on is told. What happened before may still come, on
   * another thread. Closing twice does nothing.
   */
  @Override
  void close();
}
