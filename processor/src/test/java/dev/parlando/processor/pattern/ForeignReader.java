package dev.parlando.processor.pattern;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import tools.jackson.databind.json.JsonMapper;

/** A reader of regular expressions that knows nothing of Java's. */
interface ForeignReader extends AutoCloseable {

  /** What it says to each text, as {@link Trial#verdicts()}, or why it refuses the pattern. */
  String verdicts(Trial trial);

  /** What failures call it. */
  String name();

  @Override
  void close();

  /** What travels to a reader. */
  record Question(String pattern, List<String> texts) {

    static String about(Trial trial) {
      return JsonMapper.shared().writeValueAsString(new Question(trial.portable(), trial.texts()));
    }
  }

  /** A JavaScript engine, as validators of JSON Schema use it: flag u, anywhere in the text. */
  static ForeignReader javaScript() {
    Context context =
        Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
    Value answer =
        context.eval(
            "js",
            """
            line => {
              const {pattern, texts} = JSON.parse(line);
              try {
                const regexp = new RegExp(pattern, 'u');
                return texts.map(text => regexp.test(text) ? 1 : 0).join('');
              } catch (e) {
                return String(e);
              }
            }
            """);
    return new ForeignReader() {
      @Override
      public String verdicts(Trial trial) {
        return answer.execute(Question.about(trial)).asString();
      }

      @Override
      public String name() {
        return "JavaScript";
      }

      @Override
      public void close() {
        context.close();
      }
    };
  }

  /** Python's re, where there is a Python. Its $ would match before a last line feed too. */
  static Optional<ForeignReader> python() {
    try {
      Process process =
          new ProcessBuilder("python3", "-c", Python.SCRIPT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return Optional.of(new Python(process));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A Python that answers line by line. */
  final class Python implements ForeignReader {

    private static final String SCRIPT =
        """
        import json, re, sys, warnings
        warnings.simplefilter("error")
        for line in sys.stdin:
            question = json.loads(line)
            pattern = question["pattern"]
            try:
                re.compile(pattern)
                whole = re.compile(pattern[:-1] + r"\\Z" if pattern.endswith("$") else pattern)
                print("".join("1" if whole.search(text) else "0" for text in question["texts"]))
            except Exception as e:
                print(repr(e))
            sys.stdout.flush()
        """;

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private Python(Process process) {
      this.process = process;
      questions = process.outputWriter(StandardCharsets.UTF_8);
      answers = process.inputReader(StandardCharsets.UTF_8);
    }

    @Override
    public String verdicts(Trial trial) {
      try {
        questions.write(Question.about(trial));
        questions.newLine();
        questions.flush();
        return String.valueOf(answers.readLine());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String name() {
      return "Python";
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
