package dev.parlando.examples.benchmarks.processors;

import dev.parlando.examples.benchmarks.work.Javac;
import java.util.List;

/** Compiles the classes of a peer, with its processor or without. */
public final class PeerCompilation {

  /** Follows the name of a peer whose processor is to be left out. */
  static final String WITHOUT = " without";

  private static final int WARM_RUNS = 2;

  private PeerCompilation() {}

  /**
   * Prints what it takes.
   *
   * @param args the peer, and how many classes
   */
  public static void main(String[] args) throws Exception {
    Peer peer = Peer.named(args[0].replace(WITHOUT, ""));
    List<String> options =
        args[0].endsWith(WITHOUT) ? Javac.NO_PROCESSOR : Javac.processors(peer.processors());
    Javac.measure(args[1], WARM_RUNS, peer.sources(Javac.count(args[1])), options);
  }
}
