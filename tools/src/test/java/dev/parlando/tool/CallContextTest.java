package dev.parlando.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallContextTest {

  private static final ToolCall CALL = new ToolCall("call_1", "tool", "{}");

  private final CallContext context = CallContext.of(CALL);

  @Test
  void aCancelledCallRunsEachActionOnceWhateverTheOthersThrow() {
    List<String> ran = new ArrayList<>();
    context.onCancel(() -> ran.add("first"));
    context.onCancel(
        () -> {
          throw new AssertionError("second");
        });
    context.onCancel(() -> ran.add("third"));
    assertThat(context.cancelled()).isFalse();

    assertThat(context.cancel()).hasSize(1).first().isInstanceOf(AssertionError.class);
    assertThat(context.cancel()).isEmpty();
    assertThat(ran).containsExactly("first", "third");
    assertThat(context.cancelled()).isTrue();
  }

  @Test
  void anActionOfACancelledCallRunsAtOnce() {
    context.cancel();
    List<String> ran = new ArrayList<>();
    context.onCancel(() -> ran.add("late"));
    assertThat(ran).containsExactly("late");
  }

  @Test
  void theDeadlineCountsFromTheBeginning() {
    Instant now = Instant.parse("2026-11-27T10:00:00Z");
    CallContext limited =
        new CallContext(
            CALL, "sess_1", Clock.fixed(now, ZoneOffset.UTC), Duration.ofSeconds(5), null);
    assertThat(limited.deadline()).contains(now.plusSeconds(5));
    assertThat(limited.sessionId()).isEqualTo("sess_1");
    assertThat(context.deadline()).isEmpty();
  }

  @Test
  void theOwnerIsFoundByItsType() {
    CallContext owned = new CallContext(CALL, "", Clock.systemUTC(), Duration.ZERO, "owner");
    assertThat(owned.owner(CharSequence.class)).contains("owner");
    assertThat(owned.owner(Integer.class)).isEmpty();
    assertThat(context.owner(Object.class)).isEmpty();
  }
}
