package dev.parlando.testkit.internal.session;

import dev.parlando.testkit.fault.FaultAction;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Brings events into the dialect's shape on their way out. */
record DialectLink(DialectForm shape, ServerLink link) implements ServerLink {

  @Override
  public void send(ObjectNode event) {
    ObjectNode shaped = shape.outgoing(event);
    if (shaped != null) {
      link.send(shaped);
    }
  }

  @Override
  public void close(int code, String reason) {
    link.close(code, reason);
  }

  @Override
  public void execute(Runnable task) {
    link.execute(task);
  }

  @Override
  public void later(Duration delay, Runnable task) {
    link.later(delay, task);
  }

  @Override
  public @Nullable FaultAction responseFault(ObjectNode item) {
    return link.responseFault(item);
  }

  @Override
  public Instant now() {
    return link.now();
  }

  @Override
  public Executor thinking() {
    return link.thinking();
  }
}
