package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.fault.IdNumbering;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Servers that use an id again. */
class IdNumberingTest {

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  /** The ids of two responses on each of two connections. */
  private List<Set<String>> ids(IdNumbering numbering) {
    LocalRealtime server =
        servers.start(
            LocalRealtime.builder()
                .ids(numbering)
                .brain(turn -> Reply.calling("f", "{}").call("g", "{}")));
    return List.of(ids(servers.connect(server)), ids(servers.connect(server)));
  }

  private static Set<String> ids(TestClient client) {
    Set<String> ids = new TreeSet<>();
    for (int i = 0; i < 2; i++) {
      client.send("{'type':'response.create'}");
      JsonNode response = client.await("response.done").path("response");
      ids.add(response.path("id").asString());
      response
          .path("output")
          .forEach(
              item -> {
                ids.add(item.path("id").asString());
                ids.add(item.path("call_id").asString());
              });
    }
    return ids;
  }

  @Test
  void withoutAnotherWordNoIdComesTwice() {
    List<Set<String>> ids = ids(IdNumbering.UNIQUE);
    assertThat(ids.get(0)).hasSize(10).doesNotContainAnyElementsOf(ids.get(1));
  }

  @Test
  void eachConnectionMayCountAnew() {
    List<Set<String>> ids = ids(IdNumbering.PER_CONNECTION);
    assertThat(ids.get(0)).hasSize(10).isEqualTo(ids.get(1));
  }

  @Test
  void eachResponseMayNumberItsCallsAnew() {
    List<Set<String>> ids = ids(IdNumbering.CALLS_PER_RESPONSE);
    assertThat(ids.get(0)).hasSize(8).contains("call_0", "call_1").isEqualTo(ids.get(1));
  }
}
