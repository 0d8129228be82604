package dev.parlando.testkit.replay;

import dev.parlando.session.ConnectFailedException;
import dev.parlando.testkit.brain.Heuristic;
import dev.parlando.testkit.recording.Recording;
import dev.parlando.testkit.scenario.AgentProvider;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Endpoint;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Replays a recording from the command line with the tools of an {@link AgentProvider}, and prints
 * what differs. {@code --help} lists the options.
 */
public final class ReplayRecording {

  private static final String USAGE =
      """
      Usage: ReplayRecording [options] FILE
        --agent NAME      the agent whose tools are called; needed only if there are several
        --heuristic       let the local stand-in answer the user, not the recorded model
        --endpoint URL    let the model behind this address answer them
      """;

  private ReplayRecording() {}

  /** Ends with exit code 0 if nothing differs, 1 if something does, 2 if it was called wrongly. */
  public static void main(String... args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(PrintStream out, PrintStream err, String... args) {
    if (List.of(args).contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      ReplayReport report = replay(args);
      out.println(report.text());
      return report.differences().isEmpty() ? 0 : 1;
    } catch (IllegalArgumentException | ConnectFailedException e) {
      err.println("error> " + e.getMessage());
      return 2;
    } catch (IOException e) {
      err.println("error> Can't read " + e.getMessage());
      return 2;
    }
  }

  private static ReplayReport replay(String... args) throws IOException {
    String agent = "";
    String endpoint = "";
    boolean heuristic = false;
    String file = "";
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--agent" -> agent = value(args, i++);
        case "--endpoint" -> endpoint = value(args, i++);
        case "--heuristic" -> heuristic = true;
        default -> {
          if (args[i].startsWith("--") || !file.isEmpty()) {
            throw new IllegalArgumentException("There is no option " + args[i] + ".");
          }
          file = args[i];
        }
      }
    }
    if (file.isEmpty()) {
      throw new IllegalArgumentException("Name a recording.");
    }
    ToolSet[] tools = AgentProvider.find(agent).tools().toArray(new ToolSet[0]);
    Replay replay = Replay.of(Recording.read(Path.of(file)));
    if (!endpoint.isEmpty()) {
      replay = replay.at(Endpoint.at(URI.create(endpoint)).build());
    } else if (heuristic) {
      replay = replay.with(new Heuristic());
    }
    return replay.run(tools);
  }

  private static String value(String[] args, int option) {
    if (option + 1 == args.length) {
      throw new IllegalArgumentException("The option " + args[option] + " needs a value.");
    }
    return args[option + 1];
  }
}
