package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import dev.parlando.processor.compiling.Compilation.Compiler;
import dev.parlando.processor.compiling.Tools;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the texts for the model come from. */
final class DescriptionsTest {

  private static final String AGENT =
      """
      package p;

      import dev.parlando.*;
      import java.util.*;

      class Agent {
        /**
         * Finds {@code List<String>} flights to <b>a city</b>. See {@link Agent#book a booking} or
         * {@link #book(String)}.
         *
         * <p>Only today's &lt;direct&gt; ones &amp; no others.
         * <ul><li>cheap</li><li>fast</li></ul>
         *
         * @param city the city,
         *     as said
         * @param day ignored, since the annotation says more
         * @return the flights
         */
        @Tool
        String find(String city, @Describe("the day: \\"today\\" or a date") String day) { return ""; }

        /** Not for the model. */
        @Tool("Books a flight.")
        String book(String code) { return ""; }

        /** Tests. */
        @Tool
        String all(Query query) { return ""; }

        /**
         * A query.
         *
         * @param seat where to sit
         * @param from the place to start from
         */
        record Query(Seat seat, Place from, @Describe("the goal") Place to, Place via, Priced price) {}

        /** A seat. */
        enum Seat {
          /** with a view */
          WINDOW,
          AISLE
        }

        /** A place. */
        record Place(String name) {}

        @Describe("A price.")
        record Priced(int cents) {}
      }
      """;

  @ParameterizedTest
  @EnumSource
  void textsAreThoseOfAnnotationsAndJavadoc(Compiler compiler) {
    Tools tools = Compilation.of(AGENT).with(compiler).compile().tools("p.Agent");

    assertThat(tools.definition("find").description())
        .isEqualTo(
            "Finds List<String> flights to a city. See a booking or book(String)."
                + " Only today's <direct> ones & no others. cheap fast");
    assertThat(tools.definition("book").description()).isEqualTo("Books a flight.");
    assertThat(description(tools, "find", "city")).isEqualTo("the city, as said");
    assertThat(description(tools, "find", "day")).isEqualTo("the day: \"today\" or a date");
    assertThat(description(tools, "book", "code")).isEmpty();
    assertThat(description(tools, "all", "seat")).isEqualTo("where to sit. WINDOW: with a view");
    assertThat(description(tools, "all", "from")).isEqualTo("the place to start from");
    assertThat(description(tools, "all", "to")).isEqualTo("the goal");
    assertThat(description(tools, "all", "via")).isEqualTo("A place.");
    assertThat(description(tools, "all", "price")).isEqualTo("A price.");
  }

  private static String description(Tools tools, String tool, String property) {
    return tools.property(tool, property).path("description").asString();
  }
}
