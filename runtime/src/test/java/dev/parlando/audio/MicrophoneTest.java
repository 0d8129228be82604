package dev.parlando.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrophoneTest {

  private static final byte[] CLOSED = {};

  /** A device that records what a test puts in. */
  private static final class FakeInputLine implements InputLine {
    private final int rateHz;
    private final BlockingQueue<byte[]> reads = new LinkedBlockingQueue<>();

    FakeInputLine(int rateHz) {
      this.rateHz = rateHz;
    }

    /** Cut as the device would hand it over. */
    void record(byte[] pcm) {
      int length = rateHz / 50 * 2;
      for (int at = 0; at < pcm.length; at += length) {
        reads.add(Arrays.copyOfRange(pcm, at, Math.min(at + length, pcm.length)));
      }
    }

    @Override
    public int rateHz() {
      return rateHz;
    }

    @Override
    public int read(byte[] pcm) {
      try {
        byte[] next = reads.take();
        System.arraycopy(next, 0, pcm, 0, next.length);
        return next.length;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      reads.add(CLOSED);
    }
  }

  private static byte[] take(BlockingQueue<byte[]> chunks) throws InterruptedException {
    byte[] chunk = chunks.poll(20, TimeUnit.SECONDS);
    assertThat(chunk).isNotNull();
    return chunk;
  }

  @Test
  void theConsumerGetsChunksOf20MsInTheirOrder() throws InterruptedException {
    FakeInputLine line = new FakeInputLine(24_000);
    BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();
    byte[] tone = Tone.sine(24_000, 440, 10_000, 24_000 / 10);
    try (Microphone microphone = new Microphone(line, AudioFormat.PCM16_24K, chunks::add)) {
      line.record(tone);
      for (int i = 0; i < 5; i++) {
        assertThat(take(chunks)).isEqualTo(Arrays.copyOfRange(tone, i * 960, (i + 1) * 960));
      }
      assertThat(microphone.ended()).isNotDone();
    }
  }

  @Test
  void aDeviceOfAnotherRateIsResampled() {
    for (int deviceHz : new int[] {44_100, 48_000}) {
      List<byte[]> chunks = new ArrayList<>();
      MicrophoneChunks from =
          new MicrophoneChunks(deviceHz, AudioFormat.PCM16_24K, 20, chunks::add);
      from.add(Tone.sine(deviceHz, 1_000, 20_000, deviceHz));
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      chunks.forEach(all::writeBytes);
      assertThat(chunks).hasSize(49).allMatch(chunk -> chunk.length == 960);
      assertThat(Tone.signalToNoise(all.toByteArray(), 24_000, 1_000)).isGreaterThan(80);
    }
  }

  @Test
  void g711IsEncoded() {
    List<byte[]> chunks = new ArrayList<>();
    MicrophoneChunks from = new MicrophoneChunks(8_000, AudioFormat.G711_ALAW, 20, chunks::add);
    byte[] tone = Tone.sine(8_000, 440, 10_000, 250);
    from.add(tone);
    assertThat(chunks).singleElement().isEqualTo(Arrays.copyOf(G711.ALAW.encode(tone), 160));
  }

  @Test
  void closingEndsTheRecordingNormally() throws Exception {
    FakeInputLine line = new FakeInputLine(24_000);
    Microphone microphone = new Microphone(line, AudioFormat.PCM16_24K, chunk -> {});
    microphone.close();
    microphone.ended().get(20, TimeUnit.SECONDS);
  }

  @Test
  void aConsumerThatThrowsEndsTheRecordingWithItsException() {
    FakeInputLine line = new FakeInputLine(24_000);
    Microphone microphone =
        new Microphone(
            line,
            AudioFormat.PCM16_24K,
            chunk -> {
              throw new IllegalStateException("the session is over");
            });
    line.record(new byte[960]);
    assertThatThrownBy(() -> microphone.ended().get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("the session is over");
  }

  @Test
  void aDeviceThatGoesAwayIsTold() {
    FakeInputLine line = new FakeInputLine(24_000);
    Microphone microphone = new Microphone(line, AudioFormat.PCM16_24K, chunk -> {});
    line.reads.add(new byte[0]);
    assertThatThrownBy(() -> microphone.ended().get(20, TimeUnit.SECONDS))
        .hasRootCauseMessage("The microphone gives no more audio. Was it unplugged?");
  }
}
