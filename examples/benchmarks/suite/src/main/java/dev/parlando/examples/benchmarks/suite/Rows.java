package dev.parlando.examples.benchmarks.suite;

import dev.parlando.examples.benchmarks.suite.Row.Kind;
import java.util.List;

/** The rows of the table. */
final class Rows {

  private static final List<String> ONE = List.of("");

  private static final List<String> SESSIONS = List.of("1000", "5000");

  static final List<Row> ALL =
      List.of(
          jmh("Dispatch", "dispatch of a call", ONE, "hand", 1.1, 1.05),
          jmh("Validation", "validation of a record", List.of("valid", "violations"), "hand", 0, 0),
          jmh("AudioDelta", "audio delta → bytes", ONE, "base64", 1.3, 1.05),
          jmh("AudioDeltaText", "audio delta as String → bytes", ONE, "scan", 1.2, 0),
          jmh("OtherEvents", "other events", ONE, "hand", 1.1, 0),
          jmh("Append", "append of PCM → frame", List.of("960", "4800"), "hand", 1.2, 0),
          jmh("WholeTurn", "whole tool turn", ONE, "hand", 1.1, 0),
          jmh(
              "EngineEvent",
              "engine, per event, by items",
              List.of("10", "1000", "10000"),
              "none",
              0,
              0),
          program(
                  "Definitions",
                  "definitions in a fresh JVM, tools",
                  Kind.PREPARED_PROGRAM,
                  List.of("1", "10", "100", "1 and a call"),
                  "ms",
                  "constant",
                  2)
              .inRounds(2),
          program("SocketReceive", "socket, receive 10 kB", Kind.PROGRAM, ONE, "us", "raw", 1.3),
          program("SocketSend", "socket, send 10 kB", Kind.PROGRAM, ONE, "us", "raw", 1.3),
          program(
              "SessionReceive",
              "session, receive 11.6 kB of audio",
              Kind.PROGRAM,
              ONE,
              "us",
              "transport",
              1.1),
          program("IdleConnections", "idle connections", Kind.PROGRAM, SESSIONS, "kB", "raw", 1.3)
              .inRounds(2),
          program(
                  "TalkingSessions",
                  "talking sessions, p99 to the listener",
                  Kind.PROGRAM,
                  List.of("500", "800", "1000"),
                  "ms",
                  "none",
                  0)
              .inRounds(2),
          program(
                  "Soak",
                  "heap of a session after minutes of audio both ways",
                  Kind.PROGRAM,
                  List.of("1", "30"),
                  "MB",
                  "none",
                  0)
              .inRounds(1),
          program(
                  "Compile",
                  "compile, classes of one tool",
                  Kind.PREPARED_PROGRAM,
                  List.of("1", "100", "1000", "100 warm", "1000 warm"),
                  "ms",
                  "plain",
                  1.5)
              .inRounds(2),
          program(
                  "CompilePeers",
                  "what processors add, a class",
                  Kind.PREPARED_PROGRAM,
                  List.of("1", "300", "300 warm"),
                  "ms",
                  "plain",
                  1.5)
              .inRounds(1));

  private Rows() {}

  private static Row program(
      String name,
      String title,
      Kind kind,
      List<String> sizes,
      String unit,
      String limit,
      double goal) {
    return new Row(name, title, kind, sizes, unit, limit, goal, 0, Integer.MAX_VALUE);
  }

  private static Row jmh(
      String name, String title, List<String> sizes, String limit, double goal, double bytes) {
    return new Row(name, title, Kind.JMH, sizes, "ns", limit, goal, bytes, Integer.MAX_VALUE);
  }
}
