package dev.parlando.testkit.internal.access;

import dev.parlando.testkit.internal.session.ServerLink;
import dev.parlando.testkit.internal.session.SessionLogic;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a server of general availability does with a client that asks for the beta. */
record BetaRefusal(ServerLink link) implements SessionLogic {

  private static final String MESSAGE =
      "The Realtime beta API is no longer supported. Use the general availability API.";

  @Override
  public void opened() {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", "error");
    event
        .putObject("error")
        .put("type", "invalid_request_error")
        .put("code", "beta_api_shape_disabled")
        .put("message", MESSAGE)
        .putNull("param")
        .putNull("event_id");
    link.send(event);
    link.close(4000, "beta_api_shape_disabled");
  }

  @Override
  public void received(ObjectNode event) {}

  @Override
  public void malformed(String problem) {}

  @Override
  public void closed() {}
}
