package dev.parlando.transport.javawebsocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.framing.Framedata;
import org.junit.jupiter.api.Test;

/** The short way to masked frames writes what the library's own reading half takes for it. */
class MaskedTextTest {

  @Test
  void anyTextUnderAnyMaskIsTheFrameOfThatText() throws Exception {
    Random random = new Random(20261122);
    for (int i = 0; i < 2_000; i++) {
      byte[] ascii = new byte[i < 300 ? i : random.nextInt(i % 50 == 0 ? 80_000 : 2_000)];
      for (int k = 0; k < ascii.length; k++) {
        ascii[k] = (byte) (' ' + random.nextInt(90));
      }
      ByteBuffer frame = MaskedText.frame(ascii, random.nextInt());
      List<Framedata> read = new Draft_6455().translateFrame(frame);
      assertThat(read).hasSize(1);
      assertThat(read.get(0).isFin()).isTrue();
      byte[] payload = new byte[read.get(0).getPayloadData().remaining()];
      read.get(0).getPayloadData().get(payload);
      assertThat(payload).isEqualTo(ascii);
    }
  }

  @Test
  void masksDiffer() {
    byte[] text = new byte[4];
    assertThat(MaskedText.frame(text)).isNotEqualTo(MaskedText.frame(text));
  }
}
