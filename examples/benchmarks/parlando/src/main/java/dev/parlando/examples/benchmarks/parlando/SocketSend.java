package dev.parlando.examples.benchmarks.parlando;

/** What it costs to send a message of 10 kB on the loopback interface. */
public final class SocketSend {

  private SocketSend() {}

  /** Prints the contenders, or measures one. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      Sockets.CONTENDERS.forEach(System.out::println);
    } else {
      SocketRun.send(args[0]);
    }
  }
}
