package dev.parlando.internal.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.audio.AudioFormat;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.time.SessionTime;
import dev.parlando.transport.Connection;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R134: what becomes of the user's audio on a network that is too slow. */
class UplinkTest {

  /** The next delayed action runs when a test says so. */
  private static final class Later implements SessionTime {
    private final Deque<Runnable> actions = new ArrayDeque<>();

    @Override
    public long nowMs() {
      return 0;
    }

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public Runnable after(long delayMs, Runnable action) {
      actions.add(action);
      return () -> actions.remove(action);
    }
  }

  /** A connection that takes all and says how much of it is still to be sent. */
  private static final class Slow implements Connection {
    private final List<String> sent = new ArrayList<>();
    private long unsent;

    @Override
    public void send(byte[] utf8) {
      sent.add(new String(utf8, UTF_8));
    }

    @Override
    public long unsentBytes() {
      return unsent;
    }

    @Override
    public void close(int code, String reason) {}
  }

  private final Later time = new Later();
  private final Slow connection = new Slow();
  private final List<Failure> failures = new ArrayList<>();
  private final Uplink uplink =
      new Uplink(time, Runnable::run, AudioFormat.G711_ULAW, 100, failures::add);

  UplinkTest() {
    uplink.use(connection);
  }

  /** 20 ms of audio that begins with a number. */
  private static ClientEvent audio(int number) {
    byte[] audio = new byte[160];
    audio[0] = (byte) number;
    return new ClientEvent.AudioAppend(audio);
  }

  /** The numbers of the audio that was sent, and the types of all else. */
  private List<String> sent() {
    return connection.sent.stream()
        .map(
            json -> {
              String start = "\"audio\":\"";
              int at = json.indexOf(start);
              return at < 0
                  ? json.replaceAll(".*\"type\":\"([a-z_.]+)\".*", "$1")
                  : String.valueOf(
                      Base64.getDecoder()
                          .decode(json.substring(at + start.length(), at + start.length() + 4))[0]);
            })
        .toList();
  }

  @Test
  void r134_ofAudioThatWaitsTooLongTheOldestIsLeftOutAndNothingElse() {
    uplink.send(audio(1));
    connection.unsent = 1 << 20;
    uplink.send(audio(2));
    uplink.send(new ClientEvent.AudioCommit());
    for (int number = 3; number <= 8; number++) {
      uplink.send(audio(number));
    }
    assertThat(sent()).containsExactly("1");
    assertThat(uplink.droppedAudio()).isEqualTo(2);
    assertThat(failures)
        .extracting(Failure::message)
        .containsExactly(
            "The network is too slow for the user's audio; the oldest is left out while more than"
                + " 100 ms of it wait to be sent");

    connection.unsent = 0;
    time.actions.remove().run();
    assertThat(sent()).containsExactly("1", "input_audio_buffer.commit", "4", "5", "6", "7", "8");
    uplink.send(audio(9));
    assertThat(sent()).endsWith("9");
    assertThat(time.actions).isEmpty();
  }

  @Test
  void r134_aNetworkThatIsStillBehindIsAskedAgain() {
    connection.unsent = 1 << 20;
    uplink.send(audio(1));
    time.actions.remove().run();
    assertThat(sent()).isEmpty();
    connection.unsent = 10;
    time.actions.remove().run();
    assertThat(sent()).containsExactly("1");
  }

  @Test
  void r134_whatWaitedForOneConnectionIsNotSentOverTheNext() {
    connection.unsent = 1 << 20;
    uplink.send(audio(1));
    Slow next = new Slow();
    uplink.use(next);
    time.actions.remove().run();
    uplink.send(new ClientEvent.AudioCommit());
    assertThat(next.sent).hasSize(1);
  }

  @Test
  void r115_eventsOtherThanAudioAreSentWhateverWaits() {
    connection.unsent = 1 << 20;
    uplink.send(new ClientEvent.AudioCommit());
    assertThat(sent()).containsExactly("input_audio_buffer.commit");
  }
}
