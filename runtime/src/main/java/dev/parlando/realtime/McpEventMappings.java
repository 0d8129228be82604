package dev.parlando.realtime;

import static dev.parlando.realtime.ServerEventMappings.mapping;
import static dev.parlando.wire.JsonTypes.INTEGER;
import static dev.parlando.wire.JsonTypes.PROSE;
import static dev.parlando.wire.JsonTypes.TEXT;

import dev.parlando.realtime.McpEvent.CallArgumentsDelta;
import dev.parlando.realtime.McpEvent.CallArgumentsDone;
import dev.parlando.realtime.McpEvent.CallCompleted;
import dev.parlando.realtime.McpEvent.CallFailed;
import dev.parlando.realtime.McpEvent.CallInProgress;
import dev.parlando.realtime.McpEvent.ListToolsCompleted;
import dev.parlando.realtime.McpEvent.ListToolsFailed;
import dev.parlando.realtime.McpEvent.ListToolsInProgress;
import dev.parlando.wire.Field;
import dev.parlando.wire.ObjectMapping;
import dev.parlando.wire.TaggedUnion;
import org.jspecify.annotations.Nullable;

/** How the events of remote MCP servers' tools look on the wire. */
final class McpEventMappings {

  private McpEventMappings() {}

  static void addTo(TaggedUnion<ServerEvent> events) {
    events
        .add(
            "mcp_list_tools.in_progress",
            ListToolsInProgress.class,
            mapping("item_id", TEXT, ListToolsInProgress::itemId, ListToolsInProgress::new))
        .add(
            "mcp_list_tools.completed",
            ListToolsCompleted.class,
            mapping("item_id", TEXT, ListToolsCompleted::itemId, ListToolsCompleted::new))
        .add(
            "mcp_list_tools.failed",
            ListToolsFailed.class,
            mapping("item_id", TEXT, ListToolsFailed::itemId, ListToolsFailed::new))
        .add(
            "response.mcp_call_arguments.delta",
            CallArgumentsDelta.class,
            arguments(
                "delta",
                CallArgumentsDelta::responseId,
                CallArgumentsDelta::outputIndex,
                CallArgumentsDelta::delta,
                CallArgumentsDelta::new))
        .add(
            "response.mcp_call_arguments.done",
            CallArgumentsDone.class,
            arguments(
                "arguments",
                CallArgumentsDone::responseId,
                CallArgumentsDone::outputIndex,
                CallArgumentsDone::arguments,
                CallArgumentsDone::new))
        .add(
            "response.mcp_call.in_progress",
            CallInProgress.class,
            call(CallInProgress::outputIndex, CallInProgress::new))
        .add(
            "response.mcp_call.completed",
            CallCompleted.class,
            call(CallCompleted::outputIndex, CallCompleted::new))
        .add(
            "response.mcp_call.failed",
            CallFailed.class,
            call(CallFailed::outputIndex, CallFailed::new));
  }

  private interface Arguments<E> {
    E of(
        @Nullable String eventId,
        @Nullable String responseId,
        @Nullable String itemId,
        @Nullable Integer outputIndex,
        @Nullable String text,
        Extras extras);
  }

  private static <E extends McpEvent> ObjectMapping<E> arguments(
      String name,
      Field.Accessor<E, String> response,
      Field.Accessor<E, Integer> output,
      Field.Accessor<E, String> accessor,
      Arguments<E> constructor) {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var responseId = f.field("response_id", TEXT, response);
          var itemId = f.field("item_id", TEXT, McpEvent::itemId);
          var outputIndex = f.field("output_index", INTEGER, output);
          var text = f.field(name, PROSE, accessor);
          return o ->
              constructor.of(
                  o.get(eventId),
                  o.get(responseId),
                  o.get(itemId),
                  o.get(outputIndex),
                  o.get(text),
                  Extras.of(o));
        });
  }

  private interface Call<E> {
    E of(
        @Nullable String eventId,
        @Nullable String itemId,
        @Nullable Integer outputIndex,
        Extras extras);
  }

  private static <E extends McpEvent> ObjectMapping<E> call(
      Field.Accessor<E, Integer> output, Call<E> constructor) {
    return RealtimeMapping.define(
        ServerEvent::extras,
        f -> {
          var eventId = f.field("event_id", TEXT, ServerEvent::eventId);
          var itemId = f.field("item_id", TEXT, McpEvent::itemId);
          var outputIndex = f.field("output_index", INTEGER, output);
          return o ->
              constructor.of(o.get(eventId), o.get(itemId), o.get(outputIndex), Extras.of(o));
        });
  }
}
