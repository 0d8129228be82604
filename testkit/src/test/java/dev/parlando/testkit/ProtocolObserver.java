package dev.parlando.testkit;

import dev.parlando.realtime.Dialect;
import dev.parlando.testkit.observe.ObservedSession;
import dev.parlando.testkit.observe.RealtimeObserver;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Looks at every event that any server of these tests sends, also of those that no test looks at:
 * it must be one that some dialect knows. {@link RealtimeServers} is stricter and knows the
 * dialect.
 */
public final class ProtocolObserver implements RealtimeObserver {

  @Override
  public void sent(ObservedSession session, JsonNode event) {
    List<ProtocolSchemas> dialects =
        Arrays.stream(Dialect.values())
            .map(ProtocolSchemas::ofServer)
            .flatMap(Optional::stream)
            .toList();
    if (!dialects.isEmpty()
        && dialects.stream().noneMatch(schemas -> schemas.problems(event).isEmpty())) {
      throw new IllegalStateException("No dialect knows " + event);
    }
  }
}
