package dev.parlando.testkit;

import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.recording.Recording;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The options of {@link LocalRealtimeServer}. */
final class ServerArguments {

  static final String USAGE =
      """
      Usage: LocalRealtimeServer [options]
        --port N          TCP port on 127.0.0.1; any free one if not given
        --dialect D       ga (default) or beta
        --key KEY         the API key that clients must show; none if not given
        --rate X          send audio X times faster than real time; at once if not given
        --script FILE     answer what a script says, from its beginning in each session
        --recording FILE  play a recorded session, in its own dialect
      """;

  private static final List<String> NAMES =
      List.of("--port", "--dialect", "--key", "--rate", "--script", "--recording");

  private final Map<String, String> values;

  private ServerArguments(Map<String, String> values) {
    this.values = values;
  }

  /** A mistake of whoever called. */
  static final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  static boolean asksForHelp(String... args) {
    return Arrays.asList(args).contains("--help");
  }

  static LocalRealtimeBuilder parse(String... args) throws UsageException {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!NAMES.contains(args[i])) {
        throw new UsageException("There is no option " + args[i] + ".");
      }
      if (i + 1 == args.length) {
        throw new UsageException("The option " + args[i] + " needs a value.");
      }
      values.put(args[i], args[i + 1]);
    }
    if (values.containsKey("--recording")
        && (values.containsKey("--script") || values.containsKey("--dialect"))) {
      throw new UsageException("--recording brings its own answers and dialect.");
    }
    return new ServerArguments(values).settings();
  }

  private LocalRealtimeBuilder settings() throws UsageException {
    LocalRealtimeBuilder settings =
        LocalRealtime.builder()
            .port(port())
            .speechRate(number("--rate", 0, 1000))
            .dialect(dialect());
    String key = values.get("--key");
    if (key != null) {
      settings.apiKey(key);
    }
    String script = values.get("--script");
    if (script != null) {
      Script first = load(Path.of(script), Script::read);
      settings.brainPerSession(first::fromTheBeginning);
    }
    String recording = values.get("--recording");
    if (recording != null) {
      settings.recording(load(Path.of(recording), Recording::read));
    }
    return settings;
  }

  private int port() throws UsageException {
    double port = number("--port", 0, 65_535);
    if (port != Math.rint(port)) {
      throw new UsageException("--port must be a whole number.");
    }
    return (int) port;
  }

  private double number(String name, double min, double max) throws UsageException {
    String value = values.getOrDefault(name, "0");
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new UsageException(name + " needs a number, not " + value + ".");
    }
    if (!(number >= min && number <= max)) {
      throw new UsageException("%s must be from %.0f to %.0f.".formatted(name, min, max));
    }
    return number;
  }

  private ServerDialect dialect() throws UsageException {
    String value = values.getOrDefault("--dialect", "ga");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "ga" -> ServerDialect.GA;
      case "beta" -> ServerDialect.BETA;
      default -> throw new UsageException("--dialect must be ga or beta, not " + value + ".");
    };
  }

  private interface Loader<T> {
    T load(Path file) throws IOException;
  }

  private static <T> T load(Path file, Loader<T> loader) throws UsageException {
    try {
      return loader.load(file);
    } catch (NoSuchFileException e) {
      throw new UsageException("There is no file " + file + ".");
    } catch (IOException e) {
      throw new UsageException("The file " + file + " can't be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }
}
