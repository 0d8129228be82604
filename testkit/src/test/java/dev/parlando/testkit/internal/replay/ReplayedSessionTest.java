package dev.parlando.testkit.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.fault.FaultAction;
import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.recording.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ReplayedSessionTest {

  private static final Recording RECORDING =
      Recording.parse(
          """
          {"dir":"server","at_ms":0,"event":{"type":"session.created"}}
          {"dir":"client","at_ms":30,"event":{"type":"response.create"}}
          {"dir":"server","at_ms":100,"event":{"type":"response.created"}}
          {"dir":"server","at_ms":600,"event":{"type":"response.done"}}
          """);

  private final List<String> happened = new ArrayList<>();
  private final List<Runnable> due = new ArrayList<>();

  @Test
  void aSpeedKeepsThePausesBetweenTheServersEvents() {
    play(2.0);
    assertThat(happened)
        .containsExactly("session.created", "response.created", "PT0.25S", "response.done");
  }

  @Test
  void withoutASpeedThereAreNoPauses() {
    play(0);
    assertThat(happened).containsExactly("session.created", "response.created", "response.done");
  }

  private void play(double speed) {
    ReplayedSession session = new ReplayedSession(RECORDING, speed, new Link());
    session.opened();
    ObjectNode create = RECORDING.events().get(1).event();
    session.received(create);
    due.forEach(Runnable::run);
  }

  private final class Link implements ServerLink {

    @Override
    public FaultAction responseFault(ObjectNode item) {
      return null;
    }

    @Override
    public void send(ObjectNode event) {
      happened.add(event.path("type").asString());
    }

    @Override
    public void later(Duration delay, Runnable task) {
      happened.add(delay.toString());
      due.add(task);
    }

    @Override
    public void close(int code, String reason) {
      happened.add("close " + code);
    }

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public Executor thinking() {
      return Runnable::run;
    }
  }
}
