package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.examples.benchmarks.work.ProcessorCost;

/**
 * What the processor adds to a class, and what the text that it writes does as plain source; beside
 * the processors of others, in few enough classes that all of them are measured in minutes.
 */
public final class CompilePeers {

  private CompilePeers() {}

  /** Prints the contenders, or measures one. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      System.out.println("parlando\nplain");
    } else if (args[0].equals("prepare")) {
      Compile.main(args);
    } else {
      ProcessorCost.measure(Compile.class, args[0], "none", args[1]);
    }
  }
}
