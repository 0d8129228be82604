package consumer;

import dev.parlando.Tool;
import dev.parlando.tool.ToolSets;

/** Compiled without the processor: the error at run time says what is missing and how to mend it. */
public final class Main {

  @Tool("Tells the time.")
  String time() {
    return "noon";
  }

  public static void main(String[] args) {
    try {
      ToolSets.of(new Main());
    } catch (IllegalStateException e) {
      for (String part :
          new String[] {
            "consumer.MainTools", "JDK 23", "parlando-processor", "<annotationProcessorPaths>"
          }) {
        if (!e.getMessage().contains(part)) {
          throw new AssertionError("The message does not name " + part + ": " + e.getMessage());
        }
      }
      return;
    }
    throw new AssertionError("A tool set was found though no processor ran");
  }
}
