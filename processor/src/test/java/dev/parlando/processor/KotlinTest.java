package dev.parlando.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.compiling.Compilation;
import org.junit.jupiter.api.Test;

/** What Kotlin's compiler shows of its classes, which is Java. The consumers have a real one. */
final class KotlinTest {

  private static final String METADATA = "package kotlin;\npublic @interface Metadata {}";

  @Test
  void dataClassIsRefusedWithWhatWorks() {
    assertThat(
            Compilation.of(
                    METADATA,
                    """
                    package p;

                    @kotlin.Metadata
                    final class Agent {
                      @dev.parlando.Tool("x") String run(Order order) { return ""; }
                    }
                    """,
                    """
                    package p;

                    @kotlin.Metadata
                    final class Order {
                      private final int count = 0;
                      public final int getCount() { return count; }
                    }
                    """)
                .compile()
                .errors())
        .singleElement()
        .asString()
        .contains(
            "Agent.run(order): p.Order can't be a tool parameter. Take its properties as parameters of"
                + " the function, or write a record in Java");
  }

  @Test
  void functionThatSuspendsIsRefusedWithTheReason() {
    assertThat(
            Compilation.of(
                    "package kotlin.coroutines;\npublic interface Continuation<T> {}",
                    """
                    package p;

                    final class Agent {
                      @dev.parlando.Tool("x")
                      Object run(int a, kotlin.coroutines.Continuation<? super String> continuation) {
                        return "";
                      }
                    }
                    """)
                .compile()
                .errors())
        .singleElement()
        .asString()
        .contains("Use a function that does not suspend.");
  }
}
