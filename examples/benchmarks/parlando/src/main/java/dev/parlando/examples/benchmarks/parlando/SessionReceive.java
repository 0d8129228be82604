package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.audio.AudioChunk;
import dev.parlando.audio.Heard;
import dev.parlando.audio.PlaybackSink;
import dev.parlando.examples.benchmarks.work.Recording;
import dev.parlando.realtime.EventCodec;
import dev.parlando.realtime.MalformedEventException;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.session.VoiceSession;
import dev.parlando.transport.Endpoint;
import dev.parlando.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * What it costs a whole session to receive a reply's audio and hand it to be played, beside its
 * transport, of which a listener drops the bytes or has the codec decode them. The {@code pcm} is
 * what a player gets: no session can allocate less.
 */
public final class SessionReceive {

  private static final int SMALLEST_MESSAGE_OF_SOUND = 4096;

  private SessionReceive() {}

  /** Prints the contenders, or measures one. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.out.println("parlando\nparlandoHttp\ntransport\ntransportHttp\ndecoded\npcm");
      return;
    }
    switch (args[0]) {
      case "parlando" -> session(Sockets.DEFAULT);
      case "parlandoHttp" -> session(Sockets.HTTP);
      case "transport" -> transport(Sockets.DEFAULT, SessionReceive::isLarge);
      case "transportHttp" -> transport(Sockets.HTTP, SessionReceive::isLarge);
      case "decoded" -> transport(Sockets.DEFAULT, SessionReceive::isSound);
      default -> pcm();
    }
    System.exit(0);
  }

  private static URI server() throws Exception {
    return SocketRun.server().resolve("/asked");
  }

  private static void session(Transport transport) throws Exception {
    Semaphore played = new Semaphore(0);
    VoiceSession session =
        VoiceSession.to(Endpoint.at(server()).build())
            .tools(new ForecastAgentTools(new ForecastAgent()))
            .transport(transport)
            .speaker(new Counter(played))
            .connect();
    SocketRun.measure(
        () -> {
          session.requestResponse();
          SocketRun.await(played, SocketRun.MESSAGES);
          if (!session.awaitIdle(Duration.ofSeconds(30))) {
            throw new IllegalStateException("The reply did not end");
          }
        });
    System.out.printf(Locale.ROOT, "MEASURED listenerDrops %d%n", session.droppedAudioEvents());
  }

  private interface Sift {
    boolean takes(byte[] utf8, int length);
  }

  private static boolean isLarge(byte[] utf8, int length) {
    return length >= SMALLEST_MESSAGE_OF_SOUND;
  }

  private static boolean isSound(byte[] utf8, int length) {
    try {
      return EventCodec.server().read(utf8, length) instanceof ResponseEvent.AudioDelta;
    } catch (MalformedEventException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void transport(Transport transport, Sift audio) throws Exception {
    Semaphore received = new Semaphore(0);
    Sockets.Sender sender =
        Sockets.ours(
            transport,
            server(),
            (utf8, length) -> received.release(audio.takes(utf8, length) ? 1 : 0));
    SocketRun.measure(
        () -> {
          sender.send("{\"type\":\"response.create\"}".getBytes(UTF_8));
          SocketRun.await(received, SocketRun.MESSAGES);
        });
  }

  private static void pcm() {
    double bytes =
        Stream.of(Recording.samples(Recording.SIZES))
            .mapToInt(pcm -> pcm.length)
            .average()
            .orElseThrow();
    System.out.printf(Locale.ROOT, "MEASURED B %.0f%n", bytes);
  }

  /** Counts what it should play. */
  private record Counter(Semaphore played) implements PlaybackSink {

    @Override
    public void play(AudioChunk chunk) {
      played.release();
    }

    @Override
    public Optional<Heard> flush() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
