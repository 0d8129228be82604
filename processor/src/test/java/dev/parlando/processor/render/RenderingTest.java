package dev.parlando.processor.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.JavaType.ClassType;
import dev.parlando.processor.model.Origin;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ResultModel;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.TypeTable;
import dev.parlando.processor.model.ValueModel;
import dev.parlando.processor.model.Wrapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rendering needs a model, and no compiler. */
final class RenderingTest {

  private static final Origin NOWHERE = () -> "nowhere";
  private static final ClassType STRING = ClassType.of("java.lang", "String");
  private static final TypeModel TEXT = new TypeModel.Scalar(ScalarKind.STRING, STRING);

  private static ToolSetModel model(PropertyModel... properties) {
    ClassType query = new ClassType("p", List.of("Agent", "Query"), List.of());
    RecordModel record =
        new RecordModel(
            "p.Agent.Query",
            query,
            "",
            List.of(properties),
            List.of(),
            Optional.empty(),
            true,
            NOWHERE);
    ToolModel tool =
        new ToolModel(
            "find",
            "find",
            false,
            "Finds.",
            List.of(new ToolModel.Parameter("query", ToolModel.Source.ARGUMENTS)),
            new TypeModel.Declared("p.Agent.Query", query),
            new ResultModel(ResultModel.Kind.TEXT, TEXT, Wrapping.NONE, false),
            ToolModel.PolicyModel.DEFAULT,
            NOWHERE);
    return new ToolSetModel(
        ClassType.of("p", "Agent"),
        false,
        Optional.empty(),
        List.of(tool),
        new TypeTable(Map.of(record.id(), record)),
        new TypeTable(Map.of()),
        NOWHERE);
  }

  private static PropertyModel property(
      String name, ValueModel value, Wrapping wrapping, JavaType javaType) {
    return new PropertyModel(
        name,
        name,
        List.of(),
        "the " + name,
        value,
        wrapping,
        false,
        Optional.empty(),
        false,
        false,
        javaType,
        NOWHERE);
  }

  private static final ToolSetModel MODEL =
      model(
          property(
              "city",
              new ValueModel(
                  TEXT, List.of(new ConstraintModel.NotBlank(Optional.empty(), NOWHERE))),
              Wrapping.NONE,
              STRING),
          property(
              "country",
              new ValueModel(TEXT, List.of()),
              Wrapping.OPTIONAL,
              new ClassType("java.util", List.of("Optional"), List.of(STRING))));

  @Test
  void schemaAndDecoderComeFromOneModel() {
    assertThat(new DefinitionsRenderer(MODEL).schema(MODEL.tools().get(0)).text())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\",\"description\":"
                + "\"the city\",\"minLength\":1,\"pattern\":\"[^\\\\x00-\\\\x20]\"},\"country\":{\"type\":"
                + "\"string\",\"description\":\"the country\"}},\"required\":[\"city\"],"
                + "\"additionalProperties\":false}");
    assertThat(source())
        .contains(
            """
                  switch (name) {
                    case "city" -> {
                      city = in.readString();
                      in.check(Checks.notBlank(city), "must not be blank");
                    }
                    case "country" -> country = Optional.ofNullable(in.readString());
                  }
            """);
  }

  @Test
  void renderingTwiceGivesTheSame() {
    assertThat(source()).isEqualTo(source());
  }

  @Test
  void skeletonHasWhatOthersReferTo() {
    assertThat(new ToolSetRenderer(MODEL, new DefinitionsRenderer(MODEL)).skeleton())
        .contains("final class AgentTools implements ToolSet {", "AgentTools(Object agent)")
        .contains("throw new IllegalStateException(\"Agent was compiled with errors\")");
  }

  private static String source() {
    return new ToolSetRenderer(MODEL, new DefinitionsRenderer(MODEL)).source();
  }
}
