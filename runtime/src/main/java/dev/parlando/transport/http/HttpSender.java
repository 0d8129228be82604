package dev.parlando.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends one thing after the other: a WebSocket of the JDK takes no text while one is under way. */
final class HttpSender {

  /** A send; it gives what completes when the next may follow. */
  private interface Send extends Function<WebSocket, CompletableFuture<WebSocket>> {}

  private final Queue<Send> waiting = new ArrayDeque<>();
  private final AtomicLong unsentBytes = new AtomicLong();
  private @Nullable WebSocket socket;
  private boolean sending;
  private boolean stopped;

  synchronized void opened(WebSocket opened) {
    socket = opened;
  }

  /** Queues a text; before the connection is open and after its end it does nothing. */
  void text(byte[] utf8) {
    unsentBytes.addAndGet(utf8.length);
    add(
        to ->
            to.sendText(new String(utf8, UTF_8), true)
                .whenComplete((sent, failure) -> unsentBytes.addAndGet(-utf8.length)));
  }

  /** How much text waits to be sent. */
  long unsentBytes() {
    return unsentBytes.get();
  }

  void close(int code, String reason) {
    add(
        to -> {
          stop();
          return to.sendClose(code, reason);
        });
  }

  void ping() {
    WebSocket open = open();
    if (open != null) {
      CompletableFuture<WebSocket> sent = open.sendPing(ByteBuffer.allocate(0));
      if (sent.isCompletedExceptionally()) {
        throw new IllegalStateException("could not send a ping");
      }
    }
  }

  /** Sends nothing more. */
  synchronized void stop() {
    stopped = true;
    waiting.clear();
  }

  void abort() {
    WebSocket open;
    synchronized (this) {
      open = socket;
      stopped = true;
      waiting.clear();
    }
    if (open != null) {
      open.abort();
    }
  }

  private synchronized @Nullable WebSocket open() {
    return stopped ? null : socket;
  }

  private void add(Send send) {
    synchronized (this) {
      if (stopped || socket == null) {
        return;
      }
      waiting.add(send);
      if (sending) {
        return;
      }
      sending = true;
    }
    sendWaiting();
  }

  /** Goes on as long as sends complete at once; else the completion goes on. */
  private void sendWaiting() {
    for (Send send = next(); send != null; send = next()) {
      CompletableFuture<WebSocket> sent = send.apply(current());
      if (!sent.isDone()) {
        var unused = sent.whenComplete((to, failure) -> sendWaiting());
        return;
      }
    }
  }

  private synchronized WebSocket current() {
    if (socket == null) {
      throw new IllegalStateException("not open");
    }
    return socket;
  }

  private synchronized @Nullable Send next() {
    Send send = waiting.poll();
    sending = send != null;
    return send;
  }
}
