package dev.parlando.realtime;

import static dev.parlando.wire.JsonTypes.FLAG;
import static dev.parlando.wire.JsonTypes.JSON;
import static dev.parlando.wire.JsonTypes.PROSE;
import static dev.parlando.wire.JsonTypes.TEXT;

import dev.parlando.realtime.Item.FunctionCall;
import dev.parlando.realtime.Item.FunctionCallOutput;
import dev.parlando.realtime.Item.Message;
import dev.parlando.realtime.Item.Reference;
import dev.parlando.wire.JsonType;
import dev.parlando.wire.JsonTypes;
import dev.parlando.wire.ObjectMapping;
import dev.parlando.wire.TaggedUnion;
import java.util.List;

/** How items look on the wire. */
final class ItemMappings {

  private static final JsonType<Item.Status> STATUS = JsonTypes.oneOf(Item.Status.values());
  private static final JsonType<Item.Role> ROLE = JsonTypes.oneOf(Item.Role.values());

  static final TaggedUnion<Item> ITEMS =
      new TaggedUnion<Item>(
              UnknownItem::new, item -> item instanceof UnknownItem other ? other.raw() : null)
          .add("message", Message.class, message())
          .add("function_call", FunctionCall.class, functionCall())
          .add("function_call_output", FunctionCallOutput.class, functionCallOutput())
          .add("item_reference", Reference.class, reference())
          .add("mcp_list_tools", McpItem.ListTools.class, mcpListTools())
          .add("mcp_call", McpItem.Call.class, mcpCall())
          .add("mcp_approval_request", McpItem.ApprovalRequest.class, mcpApprovalRequest())
          .add("mcp_approval_response", McpItem.ApprovalResponse.class, mcpApprovalResponse());

  static final JsonType<List<Item>> LIST = JsonTypes.list(ITEMS);

  private ItemMappings() {}

  private static ObjectMapping<Message> message() {
    return RealtimeMapping.define(
        Message::extras,
        f -> {
          var id = f.field("id", TEXT, Message::id);
          var status = f.field("status", STATUS, Message::status);
          var role = f.field("role", ROLE, Message::role);
          var content = f.field("content", ContentMappings.LIST, Message::content);
          return o ->
              new Message(
                  o.get(id), o.get(status), o.get(role), o.get(content, List.of()), Extras.of(o));
        });
  }

  private static ObjectMapping<FunctionCall> functionCall() {
    return RealtimeMapping.define(
        FunctionCall::extras,
        f -> {
          var id = f.field("id", TEXT, FunctionCall::id);
          var status = f.field("status", STATUS, FunctionCall::status);
          var callId = f.field("call_id", TEXT, FunctionCall::callId);
          var name = f.field("name", TEXT, FunctionCall::name);
          var arguments = f.field("arguments", PROSE, FunctionCall::arguments);
          return o ->
              new FunctionCall(
                  o.get(id),
                  o.get(status),
                  o.get(callId),
                  o.get(name),
                  o.get(arguments),
                  Extras.of(o));
        });
  }

  private static ObjectMapping<FunctionCallOutput> functionCallOutput() {
    return RealtimeMapping.define(
        FunctionCallOutput::extras,
        f -> {
          var id = f.field("id", TEXT, FunctionCallOutput::id);
          var status = f.field("status", STATUS, FunctionCallOutput::status);
          var callId = f.field("call_id", TEXT, FunctionCallOutput::callId);
          var output = f.field("output", PROSE, FunctionCallOutput::output);
          return o ->
              new FunctionCallOutput(
                  o.get(id), o.get(status), o.get(callId), o.get(output), Extras.of(o));
        });
  }

  private static ObjectMapping<Reference> reference() {
    return RealtimeMapping.define(
        Reference::extras,
        f -> {
          var id = f.field("id", TEXT, Reference::id);
          return o -> new Reference(o.get(id), Extras.of(o));
        });
  }

  private static ObjectMapping<McpItem.ListTools> mcpListTools() {
    return RealtimeMapping.define(
        McpItem.ListTools::extras,
        f -> {
          var id = f.field("id", TEXT, McpItem.ListTools::id);
          var serverLabel = f.field("server_label", TEXT, McpItem.ListTools::serverLabel);
          var tools = f.field("tools", JSON, McpItem.ListTools::tools);
          return o ->
              new McpItem.ListTools(o.get(id), o.get(serverLabel), o.get(tools), Extras.of(o));
        });
  }

  private static ObjectMapping<McpItem.Call> mcpCall() {
    return RealtimeMapping.define(
        McpItem.Call::extras,
        f -> {
          var id = f.field("id", TEXT, McpItem.Call::id);
          var serverLabel = f.field("server_label", TEXT, McpItem.Call::serverLabel);
          var name = f.field("name", TEXT, McpItem.Call::name);
          var arguments = f.field("arguments", PROSE, McpItem.Call::arguments);
          var approval = f.field("approval_request_id", TEXT, McpItem.Call::approvalRequestId);
          var output = f.field("output", PROSE, McpItem.Call::output);
          var error = f.field("error", JSON, McpItem.Call::error);
          return o ->
              new McpItem.Call(
                  o.get(id),
                  o.get(serverLabel),
                  o.get(name),
                  o.get(arguments),
                  o.get(approval),
                  o.get(output),
                  o.get(error),
                  Extras.of(o));
        });
  }

  private static ObjectMapping<McpItem.ApprovalRequest> mcpApprovalRequest() {
    return RealtimeMapping.define(
        McpItem.ApprovalRequest::extras,
        f -> {
          var id = f.field("id", TEXT, McpItem.ApprovalRequest::id);
          var serverLabel = f.field("server_label", TEXT, McpItem.ApprovalRequest::serverLabel);
          var name = f.field("name", TEXT, McpItem.ApprovalRequest::name);
          var arguments = f.field("arguments", PROSE, McpItem.ApprovalRequest::arguments);
          return o ->
              new McpItem.ApprovalRequest(
                  o.get(id), o.get(serverLabel), o.get(name), o.get(arguments), Extras.of(o));
        });
  }

  private static ObjectMapping<McpItem.ApprovalResponse> mcpApprovalResponse() {
    return RealtimeMapping.define(
        McpItem.ApprovalResponse::extras,
        f -> {
          var id = f.field("id", TEXT, McpItem.ApprovalResponse::id);
          var request =
              f.field("approval_request_id", TEXT, McpItem.ApprovalResponse::approvalRequestId);
          var approve = f.field("approve", FLAG, McpItem.ApprovalResponse::approve);
          var reason = f.field("reason", PROSE, McpItem.ApprovalResponse::reason);
          return o ->
              new McpItem.ApprovalResponse(
                  o.get(id), o.get(request), o.get(approve), o.get(reason), Extras.of(o));
        });
  }
}
