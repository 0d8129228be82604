package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import dev.parlando.processor.compiling.Tools;
import dev.parlando.tool.ArgumentOptions;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;

/** Constraints of the application, which only a validator understands. */
final class OwnConstraintsTest {

  private static final String EVEN =
      """
      package p;

      import jakarta.validation.*;
      import java.lang.annotation.*;

      @Constraint(validatedBy = Even.Check.class)
      @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
      @Retention(RetentionPolicy.RUNTIME)
      public @interface Even {
        String message() default "must be even";
        Class<?>[] groups() default {};
        Class<? extends Payload>[] payload() default {};

        class Check implements ConstraintValidator<Even, Integer> {
          @Override public boolean isValid(Integer value, ConstraintValidatorContext context) {
            return value == null || value % 2 == 0;
          }
        }
      }
      """;

  private static final Compiled COMPILED =
      Compilation.of(
              EVEN,
              """
              package p;

              import dev.parlando.Tool;
              import jakarta.validation.Valid;
              import jakarta.validation.constraints.*;
              import java.util.*;

              public class Agent {
                public record Query(@Even int number, @Max(9) int small, @Valid List<Part> parts) {}
                public record Part(List<@Even Integer> numbers, int from, int to) {
                  @AssertTrue(message = "from must not be after to")
                  public boolean isOrdered() { return from <= to; }
                }

                @Tool("x") public String one(Query query) { return "ok"; }
                @Tool("x") public String plain(int n, @Valid Part part, @Even int even, Map<String, List<Part>> more) { return "ok"; }
              }
              """)
          .compile();

  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  private static final String VALID_PART = "{\"numbers\":[2],\"from\":1,\"to\":2}";

  @Test
  void validatorOfTheSessionChecksThem() {
    Tools tools = COMPILED.tools("p.Agent").with(ArgumentOptions.DEFAULT.withValidator(VALIDATOR));

    assertThat(tools.call("one", "{\"number\":2,\"small\":1,\"parts\":[%s]}".formatted(VALID_PART)))
        .isEqualTo("ok");
    assertThat(
            tools.violations(
                "one",
                "{\"number\":1,\"small\":1,\"parts\":[%s,{\"numbers\":[2,3],\"from\":2,\"to\":1}]}"
                    .formatted(VALID_PART)))
        .containsExactly(
            "number: must be even",
            "parts[1].numbers[1]: must be even",
            "parts[1].ordered: from must not be after to");
    assertThat(
            tools.violations(
                "plain",
                "{\"n\":1,\"part\":{\"numbers\":[3],\"from\":1,\"to\":2},\"even\":2,\"more\":{}}"))
        .containsExactly("part.numbers[0]: must be even");
    assertThat(
            tools.violations(
                "plain",
                "{\"n\":1,\"part\":%s,\"even\":2,\"more\":{\"a\":[{\"numbers\":[],\"from\":2,\"to\":1}]}}"
                    .formatted(VALID_PART)))
        .containsExactly("more.a[0].ordered: from must not be after to");
  }

  @Test
  void otherViolationsComeFirst() {
    Tools tools = COMPILED.tools("p.Agent").with(ArgumentOptions.DEFAULT.withValidator(VALIDATOR));

    assertThat(tools.violations("one", "{\"number\":1,\"small\":10,\"parts\":[]}"))
        .containsExactly("small: must be at most 9");
  }

  @Test
  void withoutValidatorTheyAreNotChecked() {
    assertThat(COMPILED.tools("p.Agent").call("one", "{\"number\":1,\"small\":1,\"parts\":[]}"))
        .isEqualTo("ok");
  }

  @Test
  void whoeverBuildsIsWarned() {
    String byValidator =
        " is not in the schema, and is checked only if the session has a Validator."
            + " See docs/errors.md#ConstraintByValidator";
    assertThat(COMPILED.warnings())
        .containsExactlyInAnyOrder(
            "[ConstraintByValidator] Agent.one(query.number): @Even" + byValidator,
            "[ConstraintByValidator] Agent.one(query.parts[].numbers[]): @Even" + byValidator,
            "[ConstraintByValidator] Agent.one(query.parts[]): @AssertTrue" + byValidator,
            "[ConstraintUnchecked] Agent.plain(even): @Even is not checked on a parameter."
                + " Put it on a component of a record. See docs/errors.md#ConstraintUnchecked");
  }
}
