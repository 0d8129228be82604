package dev.parlando.transport.javawebsocket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.socket.Pings;
import dev.parlando.transport.WireServer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.protocols.Protocol;
import org.junit.jupiter.api.Test;

/** The short way to text gives the frames, and the faults, that the library's own way gives. */
class TextBytesDraftTest {

  private static final int LIMIT = 5_000;

  @Test
  void anyStreamOfFramesAndAnyDamageToItIsReadAsTheLibraryReadsIt() {
    Random random = new Random(20261122);
    int faults = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] stream = stream(random);
      if (random.nextBoolean()) {
        // A head byte, mostly: what it may be wrong about is what is to be found out.
        stream[random.nextInt(Math.min(stream.length, 12))] = (byte) random.nextInt();
      }
      // More to come, so that a fault in a head has the rest of the head to show itself.
      stream = Arrays.copyOf(stream, stream.length + 14);
      List<Integer> cuts = cuts(stream.length, random);
      List<String> expected = new ArrayList<>();
      read(general(), stream, cuts, expected);
      List<String> actual = new ArrayList<>();
      read(quick(actual), stream, cuts, actual);
      String end = expected.get(expected.size() - 1);
      if (end.equals("fault 1007")) {
        continue; // Text that is not UTF-8: here the JSON parser sees to that.
      }
      if (end.startsWith("fault")) {
        // With a fault the library forgets the frames before it that came in the same read.
        assertThat(actual)
            .as("stream %d", i)
            .endsWith(end)
            .startsWith(expected.subList(0, expected.size() - 1).toArray(String[]::new));
        faults++;
      } else {
        assertThat(actual).as("stream %d", i).isEqualTo(expected);
      }
    }
    assertThat(faults).isBetween(200, 2_700);
  }

  private static Draft_6455 general() {
    Draft_6455 draft = new Draft_6455(List.of(), List.of(new Protocol("")), LIMIT);
    draft.setParseMode(Role.CLIENT);
    return draft;
  }

  /** Texts are told at once, into an array that is overwritten. */
  private static Draft_6455 quick(List<String> read) {
    Draft_6455 draft =
        new TextBytesDraft(
            List.of(),
            LIMIT,
            refused -> {},
            () -> false,
            new Pings(Duration.ZERO),
            (utf8, length) -> read.add(line("TEXT", true, Arrays.copyOf(utf8, length))));
    draft.setParseMode(Role.CLIENT);
    return draft;
  }

  private static byte[] stream(Random random) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = random.nextInt(6); i >= 0; i--) {
      int opcode = random.nextInt(4) > 0 ? WireServer.TEXT : random.nextInt(16);
      int length = random.nextInt(10) == 0 ? random.nextInt(6_000) : random.nextInt(300);
      byte[] payload = "a".repeat(length).getBytes(US_ASCII);
      if (opcode == WireServer.CLOSE && length >= 2) {
        payload[0] = 3;
        payload[1] = (byte) 0xe8;
      }
      stream.writeBytes(WireServer.frame(opcode, random.nextInt(8) > 0, payload));
    }
    return stream.toByteArray();
  }

  private static List<Integer> cuts(int length, Random random) {
    List<Integer> cuts = new ArrayList<>();
    for (int at = 0; at < length; ) {
      at = Math.min(length, at + 1 + random.nextInt(random.nextBoolean() ? 8 : 2_000));
      cuts.add(at);
    }
    return cuts;
  }

  /** What comes of a stream, up to the first fault. */
  private static void read(Draft_6455 draft, byte[] stream, List<Integer> cuts, List<String> read) {
    read.add("start");
    // As the library does it: what a frame lacks is given again with what comes next.
    int from = 0;
    for (int to : cuts) {
      try {
        for (Framedata frame :
            draft.translateFrame(ByteBuffer.wrap(Arrays.copyOfRange(stream, from, to)))) {
          ByteBuffer payload = frame.getPayloadData();
          byte[] bytes = new byte[payload.remaining()];
          payload.duplicate().get(bytes);
          read.add(line(frame.getOpcode().name(), frame.isFin(), bytes));
        }
      } catch (InvalidDataException e) {
        read.add("fault " + e.getCloseCode());
        return;
      } catch (NullPointerException bug) {
        read.add("fault of the library"); // A close frame of odd length, in 1.6.0.
        return;
      }
      from = to;
    }
  }

  private static String line(String opcode, boolean whole, byte[] payload) {
    return opcode + " " + whole + " " + Arrays.hashCode(payload);
  }
}
