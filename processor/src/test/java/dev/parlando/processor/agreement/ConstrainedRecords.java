package dev.parlando.processor.agreement;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of one constrained component {@code v}, each checked by generated code and by Hibernate
 * Validator. Instances for the latter are made by Jackson, so the two have nothing in common.
 */
final class ConstrainedRecords {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T14:30:00Z"), ZoneOffset.UTC);

  private static final Validator HIBERNATE = hibernateValidator();

  private static Validator hibernateValidator() {
    // To the logger of tests, which keeps quiet.
    System.setProperty("org.jboss.logging.provider", "slf4j");
    return Validation.byDefaultProvider()
        .configure()
        .clockProvider(() -> CLOCK)
        .buildValidatorFactory()
        .getValidator();
  }

  /** The names of the records, by what their component is declared as. */
  private final Map<String, String> names = new TreeMap<>();

  private final Tools tools;

  /**
   * @param declarations of the component, as {@code @Min(1) int}
   * @param types further types that declarations use
   */
  ConstrainedRecords(Iterable<String> declarations, String types) {
    StringBuilder members = new StringBuilder(types);
    for (String declaration : declarations) {
      String name = "R" + names.size();
      if (names.putIfAbsent(declaration, name) == null) {
        members.append("record %s(%s v) {}\n".formatted(name, declaration));
        members.append(
            "@Tool(\"x\") String %s(%s r) { return \"\"; }\n"
                .formatted(name.toLowerCase(Locale.ROOT), name));
      }
    }
    String source =
        """
        package p;

        import dev.parlando.*;
        import jakarta.validation.*;
        import jakarta.validation.constraints.*;
        import java.math.*;
        import java.time.*;
        import java.util.*;

        class Agent {
        %s
        }
        """;
    tools = Compilation.of(source.formatted(members)).compile().tools("p.Agent").withoutRepairs();
  }

  /** The places of our violations, each as often as it is complained about. */
  List<String> ours(String declaration, String json) {
    String name = names.get(declaration).toLowerCase(Locale.ROOT);
    try {
      tools
          .set()
          .prepare(
              new ToolCall("c", name, "{\"v\":" + json + "}"), tools.options().withClock(CLOCK));
      return List.of();
    } catch (InvalidArgumentsException e) {
      return e.violations().stream().map(Violation::path).sorted().toList();
    }
  }

  /** The places of Hibernate Validator's violations. */
  List<String> hibernates(String declaration, String json) {
    try {
      Class<?> type =
          tools.set().getClass().getClassLoader().loadClass("p.Agent$" + names.get(declaration));
      Object value = JsonMapper.shared().readValue("{\"v\":" + json + "}", type);
      List<String> places = new ArrayList<>();
      for (ConstraintViolation<Object> violation : HIBERNATE.validate(value)) {
        places.add(place(violation.getPropertyPath()));
      }
      return places.stream().sorted().toList();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static String place(Path path) {
    StringBuilder place = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        place.append('[').append(node.getIndex()).append(']');
      } else if (node.getKey() != null) {
        place.append('.').append(node.getKey());
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        place.append(place.length() == 0 ? "" : ".").append(node.getName());
      }
    }
    return place.toString();
  }
}
