package dev.parlando.examples.benchmarks.parlando;

/** What it costs to receive a message of 10 kB on the loopback interface. */
public final class SocketReceive {

  private SocketReceive() {}

  /** Prints the contenders, or measures one. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      Sockets.CONTENDERS.forEach(System.out::println);
    } else {
      SocketRun.receive(args[0]);
    }
  }
}
