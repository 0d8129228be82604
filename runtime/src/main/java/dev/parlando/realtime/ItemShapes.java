package dev.parlando.realtime;

import static dev.parlando.realtime.Kinds.FLAG;
import static dev.parlando.realtime.Kinds.JSON;
import static dev.parlando.realtime.Kinds.PROSE;
import static dev.parlando.realtime.Kinds.TEXT;

import dev.parlando.realtime.Item.FunctionCall;
import dev.parlando.realtime.Item.FunctionCallOutput;
import dev.parlando.realtime.Item.Message;
import dev.parlando.realtime.Item.Reference;
import java.util.List;

/** How items look on the wire. */
final class ItemShapes {

  private static final Kind<Item.Status> STATUS = Kinds.oneOf(Item.Status.values());
  private static final Kind<Item.Role> ROLE = Kinds.oneOf(Item.Role.values());

  static final Variants<Item> ITEMS =
      new Variants<Item>(
              UnknownItem::new, item -> item instanceof UnknownItem other ? other.raw() : null)
          .add("message", Message.class, message())
          .add("function_call", FunctionCall.class, functionCall())
          .add("function_call_output", FunctionCallOutput.class, functionCallOutput())
          .add("item_reference", Reference.class, reference())
          .add("mcp_list_tools", McpItem.ListTools.class, mcpListTools())
          .add("mcp_call", McpItem.Call.class, mcpCall())
          .add("mcp_approval_request", McpItem.ApprovalRequest.class, mcpApprovalRequest())
          .add("mcp_approval_response", McpItem.ApprovalResponse.class, mcpApprovalResponse());

  static final Kind<List<Item>> LIST = Kinds.list(ITEMS);

  private ItemShapes() {}

  private static Shape<Message> message() {
    return Shape.define(
        Message::extras,
        f -> {
          var id = f.field("id", TEXT, Message::id);
          var status = f.field("status", STATUS, Message::status);
          var role = f.field("role", ROLE, Message::role);
          var content = f.field("content", ContentShapes.LIST, Message::content);
          return o ->
              new Message(
                  o.get(id), o.get(status), o.get(role), o.get(content, List.of()), o.extras());
        });
  }

  private static Shape<FunctionCall> functionCall() {
    return Shape.define(
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
                  o.extras());
        });
  }

  private static Shape<FunctionCallOutput> functionCallOutput() {
    return Shape.define(
        FunctionCallOutput::extras,
        f -> {
          var id = f.field("id", TEXT, FunctionCallOutput::id);
          var status = f.field("status", STATUS, FunctionCallOutput::status);
          var callId = f.field("call_id", TEXT, FunctionCallOutput::callId);
          var output = f.field("output", PROSE, FunctionCallOutput::output);
          return o ->
              new FunctionCallOutput(
                  o.get(id), o.get(status), o.get(callId), o.get(output), o.extras());
        });
  }

  private static Shape<Reference> reference() {
    return Shape.define(
        Reference::extras,
        f -> {
          var id = f.field("id", TEXT, Reference::id);
          return o -> new Reference(o.get(id), o.extras());
        });
  }

  private static Shape<McpItem.ListTools> mcpListTools() {
    return Shape.define(
        McpItem.ListTools::extras,
        f -> {
          var id = f.field("id", TEXT, McpItem.ListTools::id);
          var serverLabel = f.field("server_label", TEXT, McpItem.ListTools::serverLabel);
          var tools = f.field("tools", JSON, McpItem.ListTools::tools);
          return o ->
              new McpItem.ListTools(o.get(id), o.get(serverLabel), o.get(tools), o.extras());
        });
  }

  private static Shape<McpItem.Call> mcpCall() {
    return Shape.define(
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
                  o.extras());
        });
  }

  private static Shape<McpItem.ApprovalRequest> mcpApprovalRequest() {
    return Shape.define(
        McpItem.ApprovalRequest::extras,
        f -> {
          var id = f.field("id", TEXT, McpItem.ApprovalRequest::id);
          var serverLabel = f.field("server_label", TEXT, McpItem.ApprovalRequest::serverLabel);
          var name = f.field("name", TEXT, McpItem.ApprovalRequest::name);
          var arguments = f.field("arguments", PROSE, McpItem.ApprovalRequest::arguments);
          return o ->
              new McpItem.ApprovalRequest(
                  o.get(id), o.get(serverLabel), o.get(name), o.get(arguments), o.extras());
        });
  }

  private static Shape<McpItem.ApprovalResponse> mcpApprovalResponse() {
    return Shape.define(
        McpItem.ApprovalResponse::extras,
        f -> {
          var id = f.field("id", TEXT, McpItem.ApprovalResponse::id);
          var request =
              f.field("approval_request_id", TEXT, McpItem.ApprovalResponse::approvalRequestId);
          var approve = f.field("approve", FLAG, McpItem.ApprovalResponse::approve);
          var reason = f.field("reason", PROSE, McpItem.ApprovalResponse::reason);
          return o ->
              new McpItem.ApprovalResponse(
                  o.get(id), o.get(request), o.get(approve), o.get(reason), o.extras());
        });
  }
}
