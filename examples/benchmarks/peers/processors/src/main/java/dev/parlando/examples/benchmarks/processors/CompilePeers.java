package dev.parlando.examples.benchmarks.processors;

import dev.parlando.examples.benchmarks.work.ProcessorCost;

/** What a processor adds to compiling a class of the kind that it is for. */
public final class CompilePeers {

  private CompilePeers() {}

  /** Prints the contenders, or measures one; there is nothing to prepare. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      Peer.ALL.forEach(peer -> System.out.println(peer.name()));
    } else if (!args[0].equals("prepare")) {
      ProcessorCost.measure(
          PeerCompilation.class, args[0], args[0] + PeerCompilation.WITHOUT, args[1]);
    }
  }
}
