package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.ErrorEvent;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A server that keeps to the protocol, and behaves well but for the faults that a script armed: the
 * next response, request, event or dial that can have the fault has it.
 */
final class SimServer implements Network {

  final Agenda agenda;
  final Setup setup;
  final Oracle oracle;
  private final Deque<Fate> fates = new ArrayDeque<>();
  private final Deque<Hindrance> hindrances = new ArrayDeque<>();
  private final List<Mishap> mishaps = new ArrayList<>();
  private final Deque<Welcome> welcomes = new ArrayDeque<>();
  private final List<ServerLine> lines = new ArrayList<>();
  private VirtualShell shell;
  private int responses;
  private int numbers;
  private Welcome first = Welcome.WARM;
  private boolean itemRefused;
  private boolean outputRefused;
  private boolean stuck;
  private boolean echoed;

  SimServer(Agenda agenda, Setup setup, Oracle oracle) {
    this.agenda = agenda;
    this.setup = setup;
    this.oracle = oracle;
  }

  void serve(VirtualShell client) {
    shell = client;
  }

  VirtualShell client() {
    return shell;
  }

  void arm(Fate fate) {
    fates.add(fate);
  }

  void arm(Hindrance hindrance) {
    hindrances.add(hindrance);
  }

  void arm(Mishap mishap) {
    mishaps.add(mishap);
  }

  void arm(Welcome welcome) {
    welcomes.add(welcome);
  }

  /** The first connection fails in some way. */
  void failFirst() {
    Welcome[] bad = Welcome.values();
    first = bad[1 + setup.variant() % (bad.length - 1)];
  }

  void refuseItem() {
    itemRefused = true;
  }

  void refuseOutput() {
    outputRefused = true;
  }

  /** The end of the next speech is not noticed. */
  void missEndOfSpeech() {
    stuck = true;
  }

  /** No more faults. */
  void heal() {
    fates.clear();
    hindrances.clear();
    mishaps.clear();
    welcomes.clear();
    itemRefused = false;
    outputRefused = false;
    stuck = false;
  }

  Fate nextFate() {
    Fate next = fates.poll();
    return next == null ? Fate.WHOLE : next;
  }

  /**
   * What stands in the way of the next request.
   *
   * @param mayGetLost whether it may begin late, or never
   */
  Hindrance nextHindrance(boolean mayGetLost) {
    Hindrance next = hindrances.peek();
    return next == null || (next.loses() && !mayGetLost) ? null : hindrances.poll();
  }

  /** Whether the client got metadata back, so that it knows that this server does that. */
  boolean echoed() {
    return echoed;
  }

  void echoes() {
    echoed = true;
  }

  Mishap mishapOf(ServerEvent event) {
    boolean nameless =
        event instanceof ResponseEvent.Created created && created.response().metadata() == null;
    if (nameless || (!echoed && event instanceof ErrorEvent)) {
      return null; // Without names, nothing but these tells whose a response is.
    }
    for (Mishap mishap : mishaps) {
      if (mishap.meets(event)) {
        mishaps.remove(mishap);
        return mishap;
      }
    }
    return null;
  }

  boolean takesItem() {
    boolean takes = !itemRefused;
    itemRefused = false;
    return takes;
  }

  boolean takesOutput() {
    boolean takes = !outputRefused;
    outputRefused = false;
    return takes;
  }

  boolean missesEndOfSpeech() {
    boolean misses = stuck;
    stuck = false;
    return misses;
  }

  String nextResponseId() {
    return "resp_" + ++responses;
  }

  /** A number that nothing else has. */
  int nextNumber() {
    return ++numbers;
  }

  /** The line in use; null: there is none. */
  ServerLine line() {
    ServerLine last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
    return last == null || last.closed() ? null : last;
  }

  @Override
  public void dial(int connection) {
    Welcome welcome = lines.isEmpty() ? first : welcomes.poll();
    ServerLine line = new ServerLine(this, connection, welcome == null ? Welcome.WARM : welcome);
    lines.add(line);
    line.ring();
  }

  @Override
  public void receive(int connection, ClientEvent event) {
    ServerLine line = lines.get(connection - 1);
    agenda.after(ServerLine.LATENCY_MS, () -> line.receive(event));
  }

  @Override
  public void hangUp(int connection, int code) {
    ServerLine line = lines.get(connection - 1);
    agenda.after(ServerLine.LATENCY_MS, () -> line.end(code));
  }
}
