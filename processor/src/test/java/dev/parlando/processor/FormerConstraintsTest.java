package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compiled;
import org.junit.jupiter.api.Test;

/** Constraints of the package that Bean Validation had before it moved to Jakarta. */
final class FormerConstraintsTest {

  private static final String SIZE =
      """
      package javax.validation.constraints;

      import java.lang.annotation.*;

      @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
      @Repeatable(Size.List.class)
      public @interface Size {
        int max() default 9;

        @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
        @interface List {
          Size[] value();
        }
      }
      """;

  private static final Compiled COMPILED =
      Compilation.of(
              SIZE,
              """
              package p;

              import dev.parlando.Tool;
              import java.util.List;
              import javax.validation.constraints.Size;

              public class Agent {
                public record Query(@Size(max = 3) String component, List<@Size String> inside) {}
                public record Answer(@Size String text) {}

                @Tool("x") public Answer one(Query query) { return new Answer("ok"); }
                @Tool("x") public void twice(@Size @Size(max = 2) String text) {}
                @SuppressWarnings("parlando")
                @Tool("x") public void silent(@Size String text) {}
              }
              """)
          .compile();

  @Test
  void whoeverBuildsIsWarnedOnceForEachPlace() {
    String size =
        ": @javax.validation.constraints.Size is not checked, as it is of javax.validation."
            + " Use @jakarta.validation.constraints.Size. See docs/errors.md#ConstraintOfJavax";
    assertThat(COMPILED.warnings())
        .containsExactlyInAnyOrder(
            "[ConstraintOfJavax] Agent.one(query.component)" + size,
            "[ConstraintOfJavax] Agent.one(query.inside[])" + size,
            "[ConstraintOfJavax] Agent.twice(text)" + size);
  }

  @Test
  void nothingIsInTheSchema() {
    assertThat(COMPILED.tools("p.Agent").property("twice", "text").toString())
        .isEqualTo("{\"type\":\"string\"}");
  }
}
