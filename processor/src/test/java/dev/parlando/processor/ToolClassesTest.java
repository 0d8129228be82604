package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.SideEffect;
import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.AgentProfile;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes that annotated classes and methods may have. */
final class ToolClassesTest {

  @ParameterizedTest
  @CsvSource({
    "getTemperature,get_temperature",
    "say,say",
    "getHTTPStatus,get_http_status",
    "top10Cities,top10_cities",
    "snake_case,snake_case",
    "parseURL,parse_url",
    "aB,a_b",
  })
  void methodIsNamedInSnakeCase(String method, String name) {
    String agent = "class Agent { @dev.parlando.Tool(\"x\") String %s() { return \"\"; } }";
    Tools tools = Compilation.of(agent.formatted(method)).compile().tools("Agent");

    assertThat(tools.set().definitions()).extracting(ToolDefinition::name).containsExactly(name);
    assertThat(tools.call(name, "{}")).isEmpty();
  }

  @Test
  void nameCanBeChosen() {
    Tools tools =
        Compilation.of(
                """
                import dev.parlando.Tool;

                class Agent {
                  @Tool(value = "x", name = "find-all") String find(String a) { return "all"; }
                  @Tool(value = "x", name = "find_one") String find(int a) { return "one"; }
                }
                """)
            .compile()
            .tools("Agent");

    assertThat(tools.call("find-all", "{\"a\":\"\"}")).isEqualTo("all");
    assertThat(tools.call("find_one", "{\"a\":1}")).isEqualTo("one");
  }

  @Test
  void toolsOfANestedClassAreATopLevelClass() {
    Compiled compiled =
        Compilation.of(
                """
                package p;

                import dev.parlando.Tool;

                public class Outer {
                  public static class Inner {
                    public Inner() {}
                    @Tool("x") public String ping() { return "pong"; }
                  }
                }
                """)
            .compile();

    assertThat(compiled.tools("p.Outer$Inner").call("ping", "{}")).isEqualTo("pong");
    assertThat(compiled.source("p.Outer_InnerTools"))
        .contains("public final class Outer_InnerTools implements ToolSet {");
    assertThat(compiled.definitions("p.Outer$Inner")).contains("\"name\": \"ping\"");
  }

  @Test
  void toolsAreInherited() {
    Tools tools =
        Compilation.of(
                """
                package p;

                import dev.parlando.*;

                @VoiceAgent
                class Agent extends Base<Integer> implements Greeting {
                  @Tool("Own.") String own() { return "own"; }
                  @Override String changed() { return "changed"; }
                  @Tool("Retold.") @Override String retold() { return "retold"; }
                }
                """,
                """
                package p;

                import dev.parlando.Tool;

                abstract class Base<T> {
                  @Tool("Base.") String echo(T value) { return "base " + value; }
                  @Tool("Changed.") String changed() { return "base"; }
                  @Tool("Old.") String retold() { return "base"; }
                  String none() { return ""; }
                }
                """,
                """
                package p;

                import dev.parlando.Tool;

                interface Greeting {
                  /** Greets. */
                  @Tool default String greet() { return "hello"; }
                }
                """)
            .compile()
            .tools("p.Agent");

    assertThat(tools.set().definitions())
        .extracting(ToolDefinition::name)
        .containsExactly("echo", "changed", "greet", "own", "retold");
    assertThat(tools.definition("retold").description()).isEqualTo("Retold.");
    assertThat(tools.property("echo", "value").path("type").asString()).isEqualTo("integer");
    assertThat(tools.call("echo", "{\"value\":1}")).isEqualTo("base 1");
    assertThat(tools.call("changed", "{}")).isEqualTo("changed");
    assertThat(tools.call("retold", "{}")).isEqualTo("retold");
    assertThat(tools.call("greet", "{}")).isEqualTo("hello");
  }

  @Test
  void namesOfMethodsMayBeThoseOfTheGeneratedClass() {
    Tools tools =
        Compilation.of(
                """
                import dev.parlando.*;
                import dev.parlando.tool.*;

                @VoiceAgent(instructions = "x")
                class Agent {
                  record Unit(String context, String arguments) {}
                  @Tool("x") String prepare(ToolCall call, String options) { return options; }
                  @Tool("x") String agent(String agent) { return agent; }
                  @Tool("x") String definitions() { return "d"; }
                  @Tool("x") String readUnit(Unit unit) { return unit.arguments(); }
                  @Tool("x") static String hashCode(ToolContext c, int context) { return "h" + context; }
                  record ToolCall(@com.fasterxml.jackson.annotation.JsonValue String id) {}
                  static class String2 {}
                }
                """)
            .compile()
            .tools("Agent");

    assertThat(tools.call("prepare", "{\"call\":\"a\",\"options\":\"b\"}")).isEqualTo("b");
    assertThat(tools.call("agent", "{\"agent\":\"a\"}")).isEqualTo("a");
    assertThat(tools.call("definitions", "{}")).isEqualTo("d");
    assertThat(tools.call("read_unit", "{\"context\":\"a\",\"arguments\":\"b\"}")).isEqualTo("b");
    assertThat(tools.call("hash_code", "{\"context\":1}")).isEqualTo("h1");
  }

  @Test
  void typesMayBeNamedLikeThoseOfTheJdkAndOfParlando() {
    Tools tools =
        Compilation.of(
                """
                package p;

                import dev.parlando.Tool;

                class Agent {
                  @Tool("x") java.lang.String all(String a, List b, ToolSet c, Override d, java.util.List<Integer> e) {
                    return a.value() + b.value() + c.value() + d.value() + e.get(0).value();
                  }
                }
                """,
                "package p;\nrecord String(java.lang.String value) {}",
                "package p;\nrecord List(int value) {}",
                "package p;\nrecord ToolSet(int value) {}",
                "package p;\nrecord Override(int value) {}",
                "package p;\nrecord Integer(int value) {}")
            .compile()
            .tools("p.Agent");

    assertThat(
            tools.call(
                "all",
                "{\"a\":{\"value\":\"a\"},\"b\":{\"value\":1},\"c\":{\"value\":2},"
                    + "\"d\":{\"value\":3},\"e\":[{\"value\":4}]}"))
        .isEqualTo("a1234");
  }

  @Test
  void policyIsThatOfTheAnnotation() {
    Tools tools =
        Compilation.of(
                """
                import dev.parlando.*;

                class Agent {
                  @Tool(value = "x", effect = SideEffect.IRREVERSIBLE, timeoutMillis = 1500, sequential = true,
                      maxConcurrent = 2, maxCorrections = 0, maxOutputChars = 900, reply = false)
                  void pay() {}
                  @Sensitive @Tool("x") String balance() { return "1"; }
                  @Tool("x") void plain() {}
                }
                """)
            .compile()
            .tools("Agent");

    assertThat(tools.definition("pay").policy())
        .isEqualTo(
            ToolPolicy.builder()
                .effect(SideEffect.IRREVERSIBLE)
                .timeout(Duration.ofMillis(1500))
                .sequential(true)
                .maxConcurrent(2)
                .maxCorrections(0)
                .maxOutputChars(900)
                .reply(false)
                .build());
    assertThat(tools.definition("balance").policy().sensitive()).isTrue();
    assertThat(tools.definition("plain").policy()).isEqualTo(ToolPolicy.DEFAULT);
  }

  @Test
  void agentWithoutToolsAndToolsWithoutAgentAreFine() {
    Compiled compiled =
        Compilation.of(
                "@dev.parlando.VoiceAgent(model = \"m\")\nclass Silent {}",
                "class Plain { @dev.parlando.Tool(\"x\") void run() {} }")
            .compile();

    assertThat(compiled.tools("Silent").set().definitions()).isEmpty();
    assertThat(compiled.tools("Silent").set().agent()).isEqualTo(new AgentProfile("", "", "m"));
    assertThat(compiled.tools("Plain").set().agent()).isEqualTo(AgentProfile.NONE);
  }

  @Test
  void unknownToolAndMissingAgentAreRefused() {
    Tools tools =
        Compilation.of("class Agent { @dev.parlando.Tool(\"x\") void run() {} }")
            .compile()
            .tools("Agent");

    assertThatThrownBy(
            () -> tools.set().prepare(new ToolCall("c", "walk", "{}"), ArgumentOptions.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Agent has no tool named walk");
  }

  @Test
  void deprecatedToolsAndUncheckedTypesGiveNoWarningInGeneratedCode() {
    Compiled compiled =
        Compilation.of(
                """
                package p;

                import dev.parlando.*;
                import java.util.*;

                /** An agent. */
                @VoiceAgent(instructions = "x")
                public class Agent {
                  /** Makes one. */
                  public Agent() {}
                  /** A type. */
                  @Deprecated(forRemoval = true) public enum Old { /** One. */ ONE }
                  /** Runs. */
                  @Deprecated(forRemoval = true) @Tool public String run(Old old, List<String>[] lists) {
                    return "";
                  }
                }
                """)
            .options("-Xlint:all,-processing", "-Werror", "-Xdoclint:all,-missing")
            .compile();

    assertThat(compiled.orFail().warnings()).isEmpty();
  }
}
