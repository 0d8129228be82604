package dev.parlando.processor.names;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An agent all of whose names were drawn, in each place where a name can stand: package, class,
 * nested types, a type beside it, one of another package, one it inherits, components, constants,
 * methods, parameters.
 *
 * @param drawn the names, by place
 */
record NamedAgent(Map<String, String> drawn) {

  private static final List<String> TYPES =
      List.of("Agent", "Base", "Beside", "Unit", "Other", "Order", "Level", "Choice", "One", "Two");

  /** How many components the record has; from the tenth on, they are alike. */
  private static final int COMPONENTS = 50;

  private static final List<String> CONSTANTS =
      IntStream.rangeClosed(1, 50).mapToObj(i -> "K" + i).toList();

  /** Places where no name may stand twice; a method's parameters, an enum's constants. */
  private static final List<List<String>> SCOPES =
      List.of(
          List.of("run", "pick", "gather"),
          List.of("order"),
          List.of("p1", "p2", "p3", "p4"),
          List.of("b1", "b2"),
          CONSTANTS,
          List.of("U1", "U2"));

  private static final String SOURCE =
      """
      %package%
      %profile%class %Agent% extends %Base%<%Unit%> {
        @dev.parlando.Tool(value = "x", name = "run")
        %Order% %run%(%Order% %order%) { return %order%; }

        @dev.parlando.Tool(value = "x", name = "pick")
        static %Level% %pick%(
            @com.fasterxml.jackson.annotation.JsonProperty("a") %Level% %p1%,
            @dev.parlando.DefaultValue("%K1%") @com.fasterxml.jackson.annotation.JsonProperty("b")
            %Level% %p2%,
            dev.parlando.tool.ToolContext %p3%,
            @com.fasterxml.jackson.annotation.JsonProperty("c") java.lang.String %p4%) {
          return %p2%;
        }

        record %Order%(
            %Level% %c1%,
            int %c2%,
            @dev.parlando.DefaultValue("%K2%") %Level% %c3%,
            java.util.Optional<java.lang.String> %c4%,
            @jakarta.validation.constraints.Pattern(regexp = "[a-z]+") java.lang.String %c5%,
            @jakarta.validation.constraints.DecimalMin("0.5") java.math.BigDecimal %c6%,
            java.util.List<%Beside%> %c7%,
            @dev.parlando.Sensitive %other%.%Other% %c8%,
            %Unit%[] %c9%,
            %more%) {}

        enum %Level% { %K1%, %K2%, %constants% }
      }
      """;

  private static final String BASE =
      """
      %package%
      abstract class %Base%<T> {
        @dev.parlando.Tool(value = "x", name = "gather")
        java.util.List<%Choice%> %gather%(
            @com.fasterxml.jackson.annotation.JsonProperty("a") java.util.List<%Choice%> %b1%,
            @com.fasterxml.jackson.annotation.JsonProperty("b") T %b2%) {
          return %b1%;
        }

        sealed interface %Choice% {}

        @com.fasterxml.jackson.annotation.JsonTypeName("one")
        record %One%(int %d1%) implements %Choice% {}

        @com.fasterxml.jackson.annotation.JsonTypeName("two")
        record %Two%(%Unit% %d2%) implements %Choice% {}
      }
      """;

  private static final String BESIDE =
      """
      %package%
      record %Beside%(java.lang.String %e1%) {}

      enum %Unit% { %U1%, %U2% }
      """;

  private static final String OTHER =
      """
      package %other%;
      public record %Other%(int %f1%) {}
      """;

  /**
   * Draws an agent in packages of its own.
   *
   * @param number what makes the packages its own
   */
  static NamedAgent inPackage(LegalNames names, int number) {
    String packageName =
        number % 2 == 0
            ? "p" + number + "." + names.any(LegalNames.taken())
            : names.packageRoot() + ".p" + number;
    String other = names.packageRoot() + ".o" + number;
    // A type would hide the package whose first part has its name.
    Set<String> types = LegalNames.taken("T", firstOf(packageName), firstOf(other));
    NamedAgent agent = draw(names, types);
    agent.drawn.put("packageName", packageName);
    agent.drawn.put("other", other);
    if (number % 3 == 0) {
      agent.drawn.put("Other", agent.drawn.get("Beside"));
    }
    return agent;
  }

  /**
   * Draws an agent in the unnamed package.
   *
   * @param types the names of types there, to which its own are added
   */
  static NamedAgent withoutPackage(LegalNames names, int number, Set<String> types) {
    NamedAgent agent = draw(names, types);
    agent.drawn.put("packageName", "");
    agent.drawn.put("other", "o" + number);
    return agent;
  }

  private static NamedAgent draw(LegalNames names, Set<String> types) {
    Map<String, String> drawn = new LinkedHashMap<>();
    for (String type : TYPES) {
      drawn.put(type, names.type(types));
    }
    types.add(drawn.get("Agent") + "Tools");
    Set<String> components = LegalNames.taken();
    for (int i = 1; i <= COMPONENTS; i++) {
      drawn.put("c" + i, names.component(components));
    }
    for (String component : List.of("d1", "d2", "e1", "f1")) {
      // The tag of a variant has a name as well.
      drawn.put(component, names.component(LegalNames.taken("type")));
    }
    for (List<String> scope : SCOPES) {
      Set<String> taken = LegalNames.taken();
      scope.forEach(each -> drawn.put(each, names.any(taken)));
    }
    return new NamedAgent(drawn);
  }

  private static String firstOf(String packageName) {
    int dot = packageName.indexOf('.');
    return dot < 0 ? packageName : packageName.substring(0, dot);
  }

  /** The class, with its package. */
  String name() {
    String packageName = drawn.get("packageName");
    return (packageName.isEmpty() ? "" : packageName + ".") + drawn.get("Agent");
  }

  /** Its sources. */
  List<String> sources() {
    return Stream.of(SOURCE, BASE, BESIDE, OTHER).map(this::filled).toList();
  }

  private String filled(String template) {
    String packageName = drawn.get("packageName");
    boolean hasProfile = drawn.get("c1").length() % 2 == 0;
    String more =
        IntStream.rangeClosed(10, COMPONENTS)
            .mapToObj(
                i ->
                    "@dev.parlando.DefaultValue(\""
                        + drawn.get("K" + i)
                        + "\") %Level% %c"
                        + i
                        + "%")
            .collect(Collectors.joining(", "));
    String constants = CONSTANTS.stream().skip(2).map(drawn::get).collect(Collectors.joining(", "));
    String text =
        template
            .replace("%more%", more)
            .replace("%constants%", constants)
            .replace("%package%", packageName.isEmpty() ? "" : "package " + packageName + ";")
            .replace(
                "%profile%", hasProfile ? "@dev.parlando.VoiceAgent(instructions = \"x\")\n" : "");
    for (Map.Entry<String, String> each : drawn.entrySet()) {
      text = text.replace("%" + each.getKey() + "%", each.getValue());
    }
    return text;
  }

  /** A call of each tool, and what it must answer. */
  List<Call> calls() {
    String order =
        """
        {"%c1%":"%K1%","%c2%":7,"%c3%":"%K1%","%c4%":"x","%c5%":"abc","%c6%":1.5,\
        "%c7%":[{"%e1%":"y"}],"%c8%":{"%f1%":1},"%c9%":["%U1%","%U2%"]%more%}""";
    // What has a default is left out.
    String ordered =
        IntStream.rangeClosed(10, COMPONENTS)
            .mapToObj(i -> ",\"%c" + i + "%\":\"%K" + i + "%\"")
            .collect(Collectors.joining());
    String choices =
        filled(
            """
            [{"type":"one","%d1%":3},{"type":"two","%d2%":"%U2%"}]""");
    return List.of(
        new Call(
            "run", filled(order.replace("%more%", "")), filled(order.replace("%more%", ordered))),
        new Call("pick", filled("{\"a\":\"%K1%\",\"b\":\"%K2%\",\"c\":\"z\"}"), filled("%K2%")),
        new Call("pick", filled("{\"a\":\"%K2%\",\"c\":\"z\"}"), filled("%K1%")),
        new Call("gather", filled("{\"a\":" + choices + ",\"b\":\"%U1%\"}"), choices));
  }

  /** A call, and its answer. */
  record Call(String tool, String arguments, String answer) {}
}
