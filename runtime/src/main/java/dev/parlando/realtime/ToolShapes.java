package dev.parlando.realtime;

import static dev.parlando.realtime.Kinds.JSON;
import static dev.parlando.realtime.Kinds.TEXT;

import java.util.List;

/** How tools, and the choice among them, look on the wire. */
final class ToolShapes {

  static final Kind<List<SessionTool>> TOOLS =
      Kinds.list(
          new Variants<SessionTool>(
                  (type, raw) -> new OtherTool(raw),
                  tool -> tool instanceof OtherTool other ? other.raw() : null)
              .add("function", FunctionTool.class, functionTool()));

  static final Kind<ToolChoice> CHOICE =
      Kinds.either(
          ToolChoice.Mode.class,
          Kinds.oneOf(ToolChoice.Mode.values()),
          new Variants<ToolChoice>(
                  ToolChoice.Unknown::new,
                  choice -> choice instanceof ToolChoice.Unknown other ? other.raw() : null)
              .add("function", ToolChoice.Function.class, function())
              .add("mcp", ToolChoice.Mcp.class, mcp()));

  private ToolShapes() {}

  private static Shape<FunctionTool> functionTool() {
    return Shape.define(
        FunctionTool::extras,
        f -> {
          var name = f.field("name", TEXT, FunctionTool::name);
          var description = f.field("description", TEXT, FunctionTool::description);
          var parameters = f.field("parameters", JSON, FunctionTool::parameters);
          return o ->
              new FunctionTool(o.get(name), o.get(description), o.get(parameters), o.extras());
        });
  }

  private static Shape<ToolChoice.Function> function() {
    return Shape.define(
        ToolChoice.Function::extras,
        f -> {
          var name = f.field("name", TEXT, ToolChoice.Function::name);
          return o -> new ToolChoice.Function(o.get(name), o.extras());
        });
  }

  private static Shape<ToolChoice.Mcp> mcp() {
    return Shape.define(
        ToolChoice.Mcp::extras,
        f -> {
          var serverLabel = f.field("server_label", TEXT, ToolChoice.Mcp::serverLabel);
          var name = f.field("name", TEXT, ToolChoice.Mcp::name);
          return o -> new ToolChoice.Mcp(o.get(serverLabel), o.get(name), o.extras());
        });
  }
}
