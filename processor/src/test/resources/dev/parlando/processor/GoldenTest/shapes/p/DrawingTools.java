package p;

import dev.parlando.Generated;
import dev.parlando.json.ArgumentReader;
import dev.parlando.json.ArrayCopies;
import dev.parlando.json.ObjectShape;
import dev.parlando.json.ResultWriter;
import dev.parlando.json.Results;
import dev.parlando.json.TextFormats;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolResult;
import dev.parlando.tool.ToolSet;
import java.lang.IllegalArgumentException;
import java.lang.IllegalStateException;
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The tools of {@link Drawing}: what the model is told, and how calls are run.
 */
@Generated("dev.parlando.processor")
@SuppressWarnings({"all", "deprecation", "removal", "unchecked", "rawtypes", "NullAway"})
final class DrawingTools implements ToolSet {
  private static final List<ToolDefinition> DEFINITIONS = List.of(
      ToolDefinition.of(
          "draw",
          "Draws shapes.",
          """
          {"type":"object","properties":{\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "page":{"type":"object","properties":{\
          "items":{"type":"array","items":{"type":"string","format":"duration","pattern":"^P([0-9]+D(T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))?|T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))$"}},\
          "last":{"type":"string","format":"duration","pattern":"^P([0-9]+D(T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))?|T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))$"}},\
          "required":["items","last"],"additionalProperties":false}},\
          "required":["shapes","page"],"additionalProperties":false,"$defs":{"Shape":{"anyOf":[{"type":"object","properties":{\
          "type":{"type":"string","const":"circle"},\
          "radius":{"type":"number"}},\
          "required":["type","radius"],"additionalProperties":false},\
          {"$ref":"#/$defs/GroupVariant"}]},\
          "GroupVariant":{"type":"object","properties":{\
          "type":{"type":"string","const":"group"},\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "next":{"$ref":"#/$defs/Group"}},\
          "required":["type","shapes"],"additionalProperties":false},\
          "Group":{"type":"object","properties":{\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "next":{"$ref":"#/$defs/Group"}},\
          "required":["shapes"],"additionalProperties":false}}}""")
          .withStrictParameters(
          """
          {"type":"object","properties":{\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "page":{"type":"object","properties":{\
          "items":{"type":"array","items":{"type":"string","format":"duration","pattern":"^P([0-9]+D(T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))?|T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))$"}},\
          "last":{"type":"string","format":"duration","pattern":"^P([0-9]+D(T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))?|T([0-9]+H([0-9]+M([0-9]+S)?)?|[0-9]+M([0-9]+S)?|[0-9]+S))$"}},\
          "required":["items","last"],"additionalProperties":false}},\
          "required":["shapes","page"],"additionalProperties":false,"$defs":{"Shape":{"anyOf":[{"type":"object","properties":{\
          "type":{"type":"string","const":"circle"},\
          "radius":{"type":"number"}},\
          "required":["type","radius"],"additionalProperties":false},\
          {"$ref":"#/$defs/GroupVariant"}]},\
          "GroupVariant":{"type":"object","properties":{\
          "type":{"type":"string","const":"group"},\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "next":{"anyOf":[{"$ref":"#/$defs/Group"},\
          {"type":"null"}]}},\
          "required":["type","shapes","next"],"additionalProperties":false},\
          "Group":{"type":"object","properties":{\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "next":{"anyOf":[{"$ref":"#/$defs/Group"},\
          {"type":"null"}]}},\
          "required":["shapes","next"],"additionalProperties":false}}}"""),
      ToolDefinition.of(
          "count",
          "Counts shapes.",
          """
          {"type":"object","properties":{\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "next":{"$ref":"#/$defs/Group"}},\
          "required":["shapes"],"additionalProperties":false,"$defs":{"Shape":{"anyOf":[{"type":"object","properties":{\
          "type":{"type":"string","const":"circle"},\
          "radius":{"type":"number"}},\
          "required":["type","radius"],"additionalProperties":false},\
          {"$ref":"#/$defs/GroupVariant"}]},\
          "GroupVariant":{"type":"object","properties":{\
          "type":{"type":"string","const":"group"},\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "next":{"$ref":"#/$defs/Group"}},\
          "required":["type","shapes"],"additionalProperties":false},\
          "Group":{"type":"object","properties":{\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "next":{"$ref":"#/$defs/Group"}},\
          "required":["shapes"],"additionalProperties":false}}}""")
          .withStrictParameters(
          """
          {"type":"object","properties":{\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "next":{"anyOf":[{"$ref":"#/$defs/Group"},\
          {"type":"null"}]}},\
          "required":["shapes","next"],"additionalProperties":false,"$defs":{"Shape":{"anyOf":[{"type":"object","properties":{\
          "type":{"type":"string","const":"circle"},\
          "radius":{"type":"number"}},\
          "required":["type","radius"],"additionalProperties":false},\
          {"$ref":"#/$defs/GroupVariant"}]},\
          "GroupVariant":{"type":"object","properties":{\
          "type":{"type":"string","const":"group"},\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "next":{"anyOf":[{"$ref":"#/$defs/Group"},\
          {"type":"null"}]}},\
          "required":["type","shapes","next"],"additionalProperties":false},\
          "Group":{"type":"object","properties":{\
          "shapes":{"type":"array","items":{"$ref":"#/$defs/Shape"}},\
          "next":{"anyOf":[{"$ref":"#/$defs/Group"},\
          {"type":"null"}]}},\
          "required":["shapes","next"],"additionalProperties":false}}}"""),
      ToolDefinition.of(
          "end",
          "Ends the drawing.",
          """
          {"type":"object","properties":{\
          "points":{"type":"array","items":{"type":"array","items":{"type":"number"}}},\
          "mark":{"type":"string","minLength":1,"maxLength":1}},\
          "required":["points","mark"],"additionalProperties":false}""")
          .withStrictParameters(
          """
          {"type":"object","properties":{\
          "points":{"type":"array","items":{"type":"array","items":{"type":"number"}}},\
          "mark":{"type":"string","description":"1 characters."}},\
          "required":["points","mark"],"additionalProperties":false}"""));

  private static final List<String> SHAPE_VARIANTS = List.of("circle", "group");

  private static final ObjectShape CIRCLE_VARIANT = ObjectShape.builder()
      .tag("type")
      .required("radius")
      .build();

  private static final ObjectShape GROUP_VARIANT = ObjectShape.builder()
      .tag("type")
      .required("shapes")
      .optional("next")
      .build();

  private static final ObjectShape GROUP = ObjectShape.builder()
      .required("shapes")
      .optional("next")
      .build();

  private static final ObjectShape PAGE_OF_DURATION = ObjectShape.builder()
      .required("items")
      .required("last")
      .build();

  private static final ObjectShape DRAW_ARGUMENTS = ObjectShape.builder()
      .required("shapes")
      .required("page")
      .build();

  private static final ObjectShape END_ARGUMENTS = ObjectShape.builder()
      .required("points")
      .required("mark")
      .build();

  private final Drawing agent;

  /**
   * @param agent runs the tools
   */
  DrawingTools(Drawing agent) {
    this.agent = Objects.requireNonNull(agent, "agent");
  }

  @Override
  public List<ToolDefinition> definitions() {
    return DEFINITIONS;
  }

  @Override
  public ToolInvocation prepare(ToolCall call, ArgumentOptions options) throws
      InvalidArgumentsException {
    return switch (call.name()) {
      case "draw" -> draw(call, options);
      case "count" -> count(call, options);
      case "end" -> end(call, options);
      default -> throw new IllegalArgumentException("Drawing has no tool named " + call.name());
    };
  }

  private ToolInvocation draw(ToolCall call, ArgumentOptions options) throws
      InvalidArgumentsException {
    DrawArguments arguments = ArgumentReader.read(call, options, DrawingTools::readDrawArguments);
    return context -> ToolResult.later(agent.draw(arguments.shapes,
        arguments.page).thenApply(value -> Results.json(value.orElse(null),
        DrawingTools::writeShape)));
  }

  private ToolInvocation count(ToolCall call, ArgumentOptions options) throws
      InvalidArgumentsException {
    Drawing.Group arguments = ArgumentReader.read(call, options, DrawingTools::readGroup);
    return context -> Results.json(Drawing.count(arguments), (to, each) ->
        to.map(each, Object::toString, (to2, each2) -> to2.array(ArrayCopies.list(each2),
        ResultWriter::value)));
  }

  private ToolInvocation end(ToolCall call, ArgumentOptions options) throws
      InvalidArgumentsException {
    EndArguments arguments = ArgumentReader.read(call, options, DrawingTools::readEndArguments);
    return context -> Results.of(agent.end(arguments.points, arguments.mark));
  }

  private static Drawing.Shape readShape(ArgumentReader in) {
    String variant = in.readTag("type", SHAPE_VARIANTS);
    if (variant == null) {
      return null;
    }
    return switch (variant) {
      case "circle" -> readCircleVariant(in);
      case "group" -> readGroupVariant(in);
      default -> throw new IllegalStateException(variant);
    };
  }

  private static Drawing.Circle readCircleVariant(ArgumentReader in) {
    if (!in.beginObject(CIRCLE_VARIANT)) {
      return null;
    }
    double radius = 0;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "radius" -> radius = in.readDouble();
      }
    }
    return in.endObject()
        ? new Drawing.Circle(radius)
        : null;
  }

  private static Drawing.Group readGroupVariant(ArgumentReader in) {
    if (!in.beginObject(GROUP_VARIANT)) {
      return null;
    }
    List<Drawing.Shape> shapes = null;
    Optional<Drawing.Group> next = Optional.empty();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "shapes" -> shapes = in.readList(DrawingTools::readShape);
        case "next" -> next = Optional.ofNullable(readGroup(in));
      }
    }
    return in.endObject()
        ? new Drawing.Group(shapes, next)
        : null;
  }

  private static Drawing.Group readGroup(ArgumentReader in) {
    if (!in.beginObject(GROUP)) {
      return null;
    }
    List<Drawing.Shape> shapes = null;
    Optional<Drawing.Group> next = Optional.empty();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "shapes" -> shapes = in.readList(DrawingTools::readShape);
        case "next" -> next = Optional.ofNullable(readGroup(in));
      }
    }
    return in.endObject()
        ? new Drawing.Group(shapes, next)
        : null;
  }

  private static Drawing.Page<Duration> readPageOfDuration(ArgumentReader in) {
    if (!in.beginObject(PAGE_OF_DURATION)) {
      return null;
    }
    List<Duration> items = null;
    Duration last = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "items" -> items = in.readList(element -> element.readText(TextFormats.DURATION));
        case "last" -> last = in.readText(TextFormats.DURATION);
      }
    }
    return in.endObject()
        ? new Drawing.Page<Duration>(items, last)
        : null;
  }

  private static DrawArguments readDrawArguments(ArgumentReader in) {
    if (!in.beginObject(DRAW_ARGUMENTS)) {
      return null;
    }
    List<Drawing.Shape> shapes = null;
    Drawing.Page<Duration> page = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "shapes" -> shapes = in.readList(DrawingTools::readShape);
        case "page" -> page = readPageOfDuration(in);
      }
    }
    return in.endObject()
        ? new DrawArguments(shapes, page)
        : null;
  }

  private static EndArguments readEndArguments(ArgumentReader in) {
    if (!in.beginObject(END_ARGUMENTS)) {
      return null;
    }
    double[][] points = null;
    char mark = 0;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "points" -> points = in.readArray(element ->
            ArrayCopies.doubles(element.readList(ArgumentReader::readDouble)), double[][]::new);
        case "mark" -> mark = in.readChar();
      }
    }
    return in.endObject()
        ? new EndArguments(points, mark)
        : null;
  }

  private static void writeShape(ResultWriter out, Drawing.Shape value) {
    if (value instanceof Drawing.Circle each) {
      writeCircleVariant(out, each);
      return;
    }
    if (value instanceof Drawing.Group each) {
      writeGroupVariant(out, each);
      return;
    }
  }

  private static void writeCircleVariant(ResultWriter out, Drawing.Circle value) {
    out.beginObject();
    out.property("type", "circle");
    out.property("radius", value.radius());
    out.endObject();
  }

  private static void writeGroupVariant(ResultWriter out, Drawing.Group value) {
    out.beginObject();
    out.property("type", "group");
    out.property("shapes", value.shapes(), (to, each) -> to.array(each, DrawingTools::writeShape));
    out.property("next", value.next().orElse(null), DrawingTools::writeGroup);
    out.endObject();
  }

  private static void writeGroup(ResultWriter out, Drawing.Group value) {
    out.beginObject();
    out.property("shapes", value.shapes(), (to, each) -> to.array(each, DrawingTools::writeShape));
    out.property("next", value.next().orElse(null), DrawingTools::writeGroup);
    out.endObject();
  }

  private static final class DrawArguments {
    final List<Drawing.Shape> shapes;

    final Drawing.Page<Duration> page;

    DrawArguments(List<Drawing.Shape> shapes, Drawing.Page<Duration> page) {
      this.shapes = shapes;
      this.page = page;
    }
  }

  private static final class EndArguments {
    final double[][] points;

    final char mark;

    EndArguments(double[][] points, char mark) {
      this.points = points;
      this.mark = mark;
    }
  }
}
