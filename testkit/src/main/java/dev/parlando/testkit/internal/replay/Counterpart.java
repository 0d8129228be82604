package dev.parlando.testkit.internal.replay;

import tools.jackson.databind.JsonNode;

/** Whether what a live client sent stands for what the recorded one did. */
final class Counterpart {

  private Counterpart() {}

  static boolean matches(JsonNode recorded, JsonNode live) {
    if (!same(recorded, live, "type")) {
      return false;
    }
    JsonNode recordedItem = recorded.path("item");
    JsonNode liveItem = live.path("item");
    if (recordedItem.isMissingNode()) {
      return true;
    }
    return same(recordedItem, liveItem, "type")
        && same(recordedItem, liveItem, "role")
        && same(recordedItem, liveItem, "call_id");
  }

  private static boolean same(JsonNode one, JsonNode other, String field) {
    return one.path(field).asString("").equals(other.path(field).asString(""));
  }
}
