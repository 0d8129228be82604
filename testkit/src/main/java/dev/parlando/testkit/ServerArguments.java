package dev.parlando.testkit;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.fault.Fault;
import dev.parlando.testkit.fault.FaultReader;
import dev.parlando.testkit.recording.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
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
        --tls FILE        speak TLS, with the certificate and key of a PKCS #12 file
        --password PW     of that file; changeit if not given
        --rate X          send audio X times faster than real time; at once if not given
        --script FILE     answer as a script plans it, from its beginning in each session
        --recording FILE  play a recorded session, in its own dialect
        --fault FAULT     let something go wrong: a YAML or JSON file, or a sentence such as
                          "server response.done nth=2 drop"; may be given several times
      """;

  private static final List<String> NAMES =
      List.of(
          "--port",
          "--dialect",
          "--key",
          "--rate",
          "--script",
          "--recording",
          "--fault",
          "--tls",
          "--password");

  private final Map<String, String> values;

  private final List<String> faults;

  private ServerArguments(Map<String, String> values, List<String> faults) {
    this.values = values;
    this.faults = faults;
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
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < args.length; i += 2) {
      if (!NAMES.contains(args[i])) {
        throw new UsageException("There is no option " + args[i] + ".");
      }
      if (i + 1 == args.length) {
        throw new UsageException("The option " + args[i] + " needs a value.");
      }
      if (args[i].equals("--fault")) {
        faults.add(args[i + 1]);
      } else {
        values.put(args[i], args[i + 1]);
      }
    }
    if (values.containsKey("--recording")
        && (values.containsKey("--script") || values.containsKey("--dialect"))) {
      throw new UsageException("--recording brings its own answers and dialect.");
    }
    return new ServerArguments(values, faults).settings();
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
    String keyStore = values.get("--tls");
    if (keyStore != null) {
      String password = values.getOrDefault("--password", "changeit");
      settings.tls(load(Path.of(keyStore), file -> keyStore(file, password)), password);
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
    for (String fault : faults) {
      faults(fault).forEach(settings::fault);
    }
    return settings;
  }

  /** The file, if there is a key in it. */
  private static Path keyStore(Path file, String password) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      KeyStore.getInstance("PKCS12").load(bytes, password.toCharArray());
      return file;
    } catch (GeneralSecurityException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** A file if its name looks like one. */
  private static List<Fault> faults(String fault) throws UsageException {
    if (fault.matches("\\S+\\.(json|ya?ml)")) {
      return load(Path.of(fault), FaultReader::read);
    }
    try {
      return List.of(FaultReader.parse(fault));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
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

  private Dialect dialect() throws UsageException {
    String value = values.getOrDefault("--dialect", "ga");
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "ga" -> Dialect.GA;
      case "beta" -> Dialect.BETA;
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
      String message = String.valueOf(e.getMessage());
      throw new UsageException(message.endsWith(".") ? message : message + ".");
    }
  }
}
