package dev.parlando.examples.benchmarks.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the server sent in a recorded conversation, event by event. */
public final class Recording {

  private static final Pattern SERVER_EVENT =
      Pattern.compile("\\{\"dir\":\"server\",\"at_ms\":\\d+,\"event\":(.*)\\}");
  private static final Pattern AUDIO =
      Pattern.compile("(.*\"response\\.(?:output_)?audio\\.delta\".*\"delta\":\")[^\"]*(\".*)");

  /** What servers send at a time: from 100 to 400 ms of audio, 11.6 kB on average. */
  private static final int[] AUDIO_BYTES = {4800, 12000, 12000, 19200, 12000, 9600};

  /** How many pieces of audio it takes to have one of each size, and their average. */
  public static final int SIZES = AUDIO_BYTES.length;

  private Recording() {}

  /** The deltas of audio, with as much in each as servers send. */
  public static String[] audio(String dialect) {
    List<String> lines = server(dialect).stream().filter(Recording::isAudio).toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> withAudio(lines.get(i), AUDIO_BYTES[i % AUDIO_BYTES.length], i))
        .toArray(String[]::new);
  }

  /** Everything else, in its order. */
  public static String[] other(String dialect) {
    return server(dialect).stream().filter(line -> !isAudio(line)).toArray(String[]::new);
  }

  /** The pieces of audio as bytes, as {@link #audio} has them. */
  public static byte[][] samples(int count) {
    byte[][] audio = new byte[count][];
    for (int i = 0; i < count; i++) {
      audio[i] = Audio.pcm(AUDIO_BYTES[i % AUDIO_BYTES.length], i);
    }
    return audio;
  }

  private static boolean isAudio(String line) {
    return AUDIO.matcher(line).matches();
  }

  private static String withAudio(String line, int bytes, int seed) {
    Matcher parts = AUDIO.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("No audio in " + line);
    }
    String audio = Base64.getEncoder().encodeToString(Audio.pcm(bytes, seed));
    return parts.group(1) + audio + parts.group(2);
  }

  private static List<String> server(String dialect) {
    String name = "/toronto-" + dialect + ".jsonl";
    try (InputStream in = Objects.requireNonNull(Recording.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .map(SERVER_EVENT::matcher)
          .filter(Matcher::matches)
          .map(event -> event.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
