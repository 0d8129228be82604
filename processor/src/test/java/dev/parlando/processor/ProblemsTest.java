package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Problem.Severity;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each problem is said once, in the same words by every compiler, on the line where it is. */
final class ProblemsTest {

  /**
   * A class with one thing wrong.
   *
   * @param members what stands in the class from line 10 on
   * @param line where the problem is
   * @param text all that is said, but for the id before and the link after it
   */
  record Fault(String members, int line, @Nullable String text, List<String> others) {

    Fault(String members, int line, @Nullable String text, String... others) {
      this(members, line, text, List.of(others));
    }

    Compiled compile(Compiler compiler) {
      String agent =
          """
          package p;

          import com.fasterxml.jackson.annotation.*;
          import dev.parlando.*;
          import dev.parlando.tool.*;
          import jakarta.validation.constraints.*;
          import java.util.*;

          class Agent {
          %s
            // Proves that the generated class is there, whatever is wrong.
            static Object tools() { return new AgentTools(null); }
          }
          """
              .formatted(members.stripTrailing());
      String[] sources = Stream.concat(Stream.of(agent), others.stream()).toArray(String[]::new);
      return Compilation.of(sources).with(compiler).compile();
    }
  }

  private static Fault fault(Problem problem) {
    return switch (problem) {
      case TOOL_CLASS_UNSUPPORTED ->
          new Fault(
              """
                private static class Inner { @Tool("x") void run() {} }
                @Tool("x") void run() {}
              """,
              10,
              "Agent.Inner: Inner can't have tools, because it is private."
                  + " Make it visible in its package.");
      case TOOL_METHOD_UNSUPPORTED ->
          new Fault(
              """
                @Tool("x")
                private void run() {}
              """,
              11,
              "Agent.run: a tool's method can't be private. Make it visible in its package.");
      case TOOL_NAME_INVALID ->
          new Fault(
              """
                @Tool(value = "x", name = "get weather")
                void run() {}
              """,
              11,
              "Agent.run: \"get weather\" can't be the name of a tool. Use 1 to 64 letters, digits,"
                  + " underscores and hyphens.");
      case TOOL_NAME_DUPLICATE ->
          new Fault(
              """
                @Tool("x") void run() {}
                @Tool("x") void run(int distance) {}
              """,
              11,
              "Agent.run: an overload is a tool named run as well."
                  + " Give one of them another name in @Tool.");
      case TOOL_DESCRIPTION_MISSING ->
          new Fault(
              """
                @Tool
                void run() {}
              """,
              11,
              "Agent.run: the model is not told what this tool does."
                  + " Say it in @Tool(\"…\") or in Javadoc.");
      case DESCRIPTION_TOO_LONG ->
          new Fault(
              "  @Tool(\"" + "x".repeat(1025) + "\") void run() {}",
              10,
              "Agent.run: the description has 1025 characters, but at most 1024 are allowed."
                  + " Shorten it.");
      case TOOL_CONTEXT_TWICE ->
          new Fault(
              """
                @Tool("x") void run(
                    ToolContext a,
                    ToolContext b) {}
              """,
              12,
              "Agent.run(b): there is one ToolContext for each call. Take it as one parameter.");
      case TOOL_LIMIT_INVALID ->
          new Fault(
              """
                @Tool(value = "x", maxCorrections = -2)
                void run() {}
              """,
              11,
              "Agent.run: maxCorrections = -2 is no limit; the least is -1.");
      case GENERATED_NAME_TAKEN ->
          new Fault(
              "  @Tool(\"x\") void run() {}",
              9,
              "Agent: p.AgentTools is generated from p.Agent, but there is a class of that name."
                  + " Rename one.",
              "package p;\nclass AgentTools { AgentTools(Agent agent) {} }");
      case TOOL_CLASS_UNANNOTATED ->
          new Fault(
              """
                abstract static class Base<T> { @Tool("x") void run(T value) {} }

                static class Texts extends Base<String> {}
                @Tool("x") void run() {}
              """,
              12,
              "Agent.Texts: it inherits tools from Base, but no class is generated for it, as it has"
                  + " no annotation. Annotate it with @VoiceAgent.");
      case UNION_EMPTY ->
          new Fault(
              """
                sealed interface Event<T> {}
                record Text(String text) implements Event<String> {}
                @Tool("x") void run(
                    Event<Long> event) {}
              """,
              13,
              "Agent.run(event): Agent.Event<Long> permits no record of that type, so no value is"
                  + " possible. Use other type arguments.");
      case INHERITED_TOOL_LOST ->
          // Only class files lose anything.
          new Fault("", 0, "");
      case TYPE_UNDEFINED ->
          // Only class files can refer to what is not there without the compiler saying so.
          new Fault("", 0, "");
      case TOOL_PARAMETER_UNSUPPORTED ->
          new Fault(
              """
                record Query(List<Item> items) {}
                record Item(
                    String name,
                    Calendar when) {}
                @Tool("x") void run(Query query) {}
              """,
              13,
              "Agent.run(query.items[].when): java.util.Calendar can't be a tool parameter."
                  + " Use java.time.ZonedDateTime.");
      case TOOL_RESULT_UNSUPPORTED ->
          new Fault(
              "  @Tool(\"x\") java.util.stream.Stream<String> run() { return null; }",
              10,
              "Agent.run: Stream<String> can't be the result of a tool. Return a java.util.List.");
      case TOOL_RESULT_BY_DATABIND ->
          new Fault(
              "  @Tool(\"x\") Date run() { return null; }",
              10,
              "Agent.run: java.util.Date is written by jackson-databind, by reflection."
                  + " A record would not be.");
      case TYPE_RAW ->
          new Fault(
              "  @Tool(\"x\") void run(List list) {}",
              10,
              "Agent.run(list): List is used without type arguments. Say what it holds.");
      case TYPE_UNBOUND ->
          new Fault(
              "  @Tool(\"x\") void run(List<?> list) {}",
              10,
              "Agent.run(list[]): ? could be any type. Use one that is known.");
      case TYPE_NOT_ACCESSIBLE ->
          new Fault(
              """
                private record Query(int a) {}
                @Tool("x") void run(Query query) {}
              """,
              11,
              "Agent.run(query): Agent.Query is private, or in another package. Make it visible.");
      case TYPE_TOO_DEEP ->
          new Fault(
              """
                record Grow<T>(Optional<Grow<List<T>>> next) {}
                @Tool("x") void run(Grow<String> grow) {}
              """,
              10,
              null);
      case PROPERTY_NAME_DUPLICATE ->
          new Fault(
              """
                record Query(
                    int a,
                    @JsonProperty("a") int b) {}
                @Tool("x") void run(Query query) {}
              """,
              12,
              "Agent.run(query.b): there is a property named a already."
                  + " Give one of them another name.");
      case TOO_MANY_PROPERTIES ->
          new Fault(
              "  record Query("
                  + String.join(", ", names(65))
                  + ") {}\n  @Tool(\"x\") void run(Query query) {}",
              11,
              "Agent.run(query): Agent.Query has 65 properties, but at most 64 are allowed."
                  + " Group some in a record.");
      case VARIANT_UNSUPPORTED ->
          new Fault(
              """
                sealed interface Shape permits Circle, Blob {}
                record Circle() implements Shape {}
                static final class Blob implements Shape {}
                @Tool("x") void run(Shape shape) {}
              """,
              13,
              "Agent.run(shape): Agent.Shape permits Agent.Blob, but only records without type"
                  + " parameters can be told apart. Permit those, or sealed interfaces of them.");
      case ENUM_EMPTY ->
          new Fault(
              """
                enum None {}
                @Tool("x") void run(None none) {}
              """,
              11,
              "Agent.run(none): Agent.None has no constants, so no value is possible. Add one.");
      case JACKSON_ANNOTATION_IGNORED ->
          new Fault(
              """
                record Query(
                    @JsonRawValue String a) {}
                @Tool("x") void run(Query query) {}
              """,
              11,
              "Agent.run(query.a): @JsonRawValue has no effect here."
                  + " The JSON is as the record says.");
      case IGNORED_WITHOUT_DEFAULT ->
          new Fault(
              """
                record Query(
                    int a, @JsonIgnore String b) {}
                @Tool("x") void run(Query query) {}
              """,
              11,
              "Agent.run(query.b): @JsonIgnore hides it from the model, so it needs a value."
                  + " Add @DefaultValue or Optional.");
      case FORMAT_INVALID ->
          new Fault(
              """
                @Tool("x") void run(
                    @JsonFormat(pattern = "tomorrow")
                    java.time.LocalDate day) {}
              """,
              11,
              "Agent.run(day): \"tomorrow\" is no pattern for java.time.LocalDate."
                  + " Correct @JsonFormat.");
      case DEFAULT_INVALID ->
          new Fault(
              """
                @Tool("x") void run(
                    @DefaultValue("ten") int count) {}
              """,
              11,
              "Agent.run(count): the default \"ten\" is no int. Correct @DefaultValue.");
      case DEFAULT_UNSUPPORTED ->
          new Fault(
              "  @Tool(\"x\") void run(@DefaultValue(\"[]\") List<String> list) {}",
              10,
              "Agent.run(list): List<String> can't have a @DefaultValue. Use Optional instead.");
      case CONSTRAINT_NOT_APPLICABLE ->
          new Fault(
              """
                @Tool("x") void run(
                    @Size(min = 1) int count) {}
              """,
              11,
              "Agent.run(count): @Size says nothing about int. Use @Min and @Max.");
      case CONSTRAINT_CONTRADICTION ->
          new Fault(
              """
                @Tool("x") void run(
                    @Min(5)
                    @Max(4) int count) {}
              """,
              12,
              "Agent.run(count): no value can be valid: it is at least 5 and at most 4."
                  + " Correct the constraints.");
      case CONSTRAINT_NULL ->
          new Fault(
              "  @Tool(\"x\") void run(@Null String text) {}",
              10,
              "Agent.run(text): a parameter that must be null is no parameter."
                  + " Remove it, or @Null.");
      case CONSTRAINT_GROUPS ->
          new Fault(
              "  @Tool(\"x\") void run(@NotBlank(groups = Agent.class) String text) {}",
              10,
              "Agent.run(text): @NotBlank has groups, but a tool's arguments know none."
                  + " Remove them.");
      case CONSTRAINT_BY_VALIDATOR ->
          new Fault(
              """
                record Query(int from, int to) {
                  @AssertTrue
                  boolean ordered() { return from <= to; }
                }
                @Tool("x") void run(Query query) {}
              """,
              11,
              "Agent.run(query): @AssertTrue is not in the schema,"
                  + " and is checked only if the session has a Validator.");
      case CONSTRAINT_UNCHECKED ->
          new Fault(
              "  @Tool(\"x\") void run(@Odd int number) {}",
              10,
              "Agent.run(number): @Odd is not checked on a parameter."
                  + " Put it on a component of a record.",
              """
              package p;
              @jakarta.validation.Constraint(validatedBy = {})
              @interface Odd {
                String message() default "";
                Class<?>[] groups() default {};
                Class<?>[] payload() default {};
              }
              """);
      case CONSTRAINT_OF_JAVAX ->
          new Fault(
              "  @Tool(\"x\") void run(@javax.validation.constraints.NotBlank String text) {}",
              10,
              "Agent.run(text): @javax.validation.constraints.NotBlank is not checked, as it is of"
                  + " javax.validation. Use @jakarta.validation.constraints.NotBlank.",
              """
              package javax.validation.constraints;
              public @interface NotBlank {}
              """);
      case CONSTRAINT_MESSAGE_IGNORED ->
          new Fault(
              "  @Tool(\"x\") void run(@NotBlank(message = \"{bundle.key}\") String text) {}",
              10,
              "Agent.run(text): the message \"{bundle.key}\" is known only at run time."
                  + " Write out what it says.");
      case PATTERN_INVALID ->
          new Fault(
              "  @Tool(\"x\") void run(@Pattern(regexp = \"[a\") String text) {}",
              10,
              "Agent.run(text): \"[a\" is no regular expression: Unclosed character class."
                  + " Correct it.");
      case PATTERN_NOT_PORTABLE ->
          new Fault(
              "  @Tool(\"x\") void run(@Pattern(regexp = \"a++\") String text) {}",
              10,
              "Agent.run(text): not every server reads the possessive quantifier ++ as Java does, so"
                  + " the pattern is checked and described, but not in the schema. Say it without.");
      case UNKNOWN_TOOL_MENTIONED ->
          new Fault(
              """
                @VoiceAgent(
                    instructions = "Call look_up_ordr before you answer.")
                static class Other { @Tool("x") void lookUpOrder() {} }
                @Tool("x") void run() {}
              """,
              10,
              "Agent.Other: the instructions mention look_up_ordr, which is no tool."
                  + " Did you mean look_up_order?");
      case STRICT_IMPOSSIBLE ->
          new Fault(
              "  @Tool(\"x\") void run(Map<String, Integer> counts) {}",
              10,
              "Agent.run: strict mode can't have this tool, since counts may have any names.");
      // Tests of their own have what an option asks for, and what takes many files.
      case TOO_MANY_TOOLS, TARGET_REFUSES, TARGET_UNKNOWN -> new Fault("", 0, "");
      case DESCRIPTION_LOST, TYPE_ANNOTATIONS_LOST -> new Fault("", 0, "");
      case PARLANDO_INTERNAL -> new Fault("", 0, "");
    };
  }

  private static String[] names(int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(i -> "int c" + i).toArray(String[]::new);
  }

  static Stream<Arguments> problems() {
    return Stream.of(Problem.values())
        .filter(problem -> fault(problem).line() > 0)
        .flatMap(problem -> Stream.of(Compiler.values()).map(each -> Arguments.of(problem, each)));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void problemIsSaidOnceWhereItIs(Problem problem, Compiler compiler) {
    Fault fault = fault(problem);
    Compiled compiled = fault.compile(compiler);

    assertThat(compiled.succeeded()).isEqualTo(problem.severity() != Severity.ERROR);
    assertThat(compiled.diagnostics())
        .filteredOn(each -> each.getMessage(null).contains("[" + problem.id() + "]"))
        .singleElement()
        .satisfies(
            each -> {
              if (fault.text() != null) {
                assertThat(each.getMessage(null))
                    .isEqualTo(
                        "[%s] %s See docs/errors.md#%s"
                            .formatted(problem.id(), fault.text(), problem.id()));
              }
              assertThat(each.getLineNumber()).isEqualTo(fault.line());
            });
    if (problem.severity() == Severity.ERROR) {
      assertThat(compiled.diagnostics())
          .filteredOn(each -> each.getKind() == Diagnostic.Kind.ERROR)
          .hasSize(1);
    }
  }
}
