package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * An audio device that is silent: it plays when a test says so. Like the devices of the JDK, its
 * position counts everything it took and no longer holds, so a restart jumps over what it dropped.
 */
final class FakeOutputLine implements OutputLine {

  private final int rateHz;
  private final int capacity;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private byte[] buffer = {};
  private long takenBytes;
  private long silentFrames;
  private boolean closed;
  int restarts;

  FakeOutputLine(int rateHz, int capacityMs) {
    this.rateHz = rateHz;
    this.capacity = rateHz * capacityMs / 1000 * 2;
  }

  /** Lets time pass: what is in the buffer is heard, a gap is silent and does not count. */
  synchronized void playMs(int ms) {
    int length = Math.min(buffer.length, rateHz * ms / 1000 * 2);
    heard.write(buffer, 0, length);
    buffer = Arrays.copyOfRange(buffer, length, buffer.length);
  }

  /** Counts frames that nobody wrote, as some devices do in a gap. */
  synchronized void countSilenceMs(int ms) {
    silentFrames += (long) rateHz / 1000 * ms;
  }

  synchronized byte[] heard() {
    return heard.toByteArray();
  }

  /** Waits until so many bytes in all have been written. */
  synchronized void awaitTaken(long bytes) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (takenBytes < bytes && System.nanoTime() < end) {
      TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
    }
    assertThat(takenBytes).isEqualTo(bytes);
  }

  synchronized long taken() {
    return takenBytes;
  }

  synchronized boolean closed() {
    return closed;
  }

  @Override
  public int rateHz() {
    return rateHz;
  }

  @Override
  public synchronized int room() {
    return capacity - buffer.length;
  }

  @Override
  public synchronized int write(byte[] pcm, int offset, int length) {
    assertThat(length).isLessThanOrEqualTo(room());
    assertThat(length % 2).isZero();
    int before = buffer.length;
    buffer = Arrays.copyOf(buffer, before + length);
    System.arraycopy(pcm, offset, buffer, before, length);
    takenBytes += length;
    notifyAll();
    return length;
  }

  @Override
  public synchronized long position() {
    return (takenBytes - buffer.length) / 2 + silentFrames;
  }

  @Override
  public void halt() {}

  @Override
  public synchronized void restart() {
    buffer = new byte[0];
    restarts++;
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
