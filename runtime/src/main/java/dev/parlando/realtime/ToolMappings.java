package dev.parlando.realtime;

import static dev.parlando.wire.JsonTypes.JSON;
import static dev.parlando.wire.JsonTypes.TEXT;

import dev.parlando.wire.JsonType;
import dev.parlando.wire.JsonTypes;
import dev.parlando.wire.ObjectMapping;
import dev.parlando.wire.TaggedUnion;
import java.util.List;

/** How tools, and the choice among them, look on the wire. */
final class ToolMappings {

  static final JsonType<List<SessionTool>> TOOLS =
      JsonTypes.list(
          new TaggedUnion<SessionTool>(
                  (type, raw) -> new OtherTool(raw),
                  tool -> tool instanceof OtherTool other ? other.raw() : null)
              .add("function", FunctionTool.class, functionTool()));

  static final JsonType<ToolChoice> CHOICE =
      JsonTypes.either(
          ToolChoice.Mode.class,
          JsonTypes.oneOf(ToolChoice.Mode.values()),
          new TaggedUnion<ToolChoice>(
                  ToolChoice.Unknown::new,
                  choice -> choice instanceof ToolChoice.Unknown other ? other.raw() : null)
              .add("function", ToolChoice.Function.class, function())
              .add("mcp", ToolChoice.Mcp.class, mcp()));

  private ToolMappings() {}

  private static ObjectMapping<FunctionTool> functionTool() {
    return RealtimeMapping.define(
        FunctionTool::extras,
        f -> {
          var name = f.field("name", TEXT, FunctionTool::name);
          var description = f.field("description", TEXT, FunctionTool::description);
          var parameters = f.field("parameters", JSON, FunctionTool::parameters);
          return o ->
              new FunctionTool(o.get(name), o.get(description), o.get(parameters), Extras.of(o));
        });
  }

  private static ObjectMapping<ToolChoice.Function> function() {
    return RealtimeMapping.define(
        ToolChoice.Function::extras,
        f -> {
          var name = f.field("name", TEXT, ToolChoice.Function::name);
          return o -> new ToolChoice.Function(o.get(name), Extras.of(o));
        });
  }

  private static ObjectMapping<ToolChoice.Mcp> mcp() {
    return RealtimeMapping.define(
        ToolChoice.Mcp::extras,
        f -> {
          var serverLabel = f.field("server_label", TEXT, ToolChoice.Mcp::serverLabel);
          var name = f.field("name", TEXT, ToolChoice.Mcp::name);
          return o -> new ToolChoice.Mcp(o.get(serverLabel), o.get(name), Extras.of(o));
        });
  }
}
