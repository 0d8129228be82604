package dev.parlando.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Records what a connection reports, each call as a line. */
final class RecordingListener implements ConnectionListener {

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  String next() throws InterruptedException {
    String line = heard.poll(20, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("Nothing was heard");
    }
    return line;
  }

  /** What was heard beyond what was asked for. */
  boolean silent() {
    return heard.isEmpty();
  }

  @Override
  public void onOpen() {
    heard.add("open");
  }

  @Override
  public void onText(byte[] utf8, int length) {
    heard.add("text " + new String(utf8, 0, length, UTF_8));
  }

  @Override
  public void onBinary(int length) {
    heard.add("binary " + length);
  }

  @Override
  public void onRefused(UpgradeRefused refusal) {
    heard.add("refused " + refusal.status() + " " + refusal.body());
  }

  @Override
  public void onClosed(int code, String reason) {
    heard.add("closed " + code + " " + reason);
  }
}
