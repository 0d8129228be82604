package dev.parlando.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.event.VoiceEvent.Closed.Cause;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HangUpTest {

  private final List<Runnable> tasks = new ArrayList<>();
  private final List<String> hungUp = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Cause.class)
  void aCallIsHungUpUnlessItIsOverByItself(Cause cause) {
    HangUp hangUp = new HangUp(() -> hungUp.add("rtc_1"), tasks::add);
    hangUp.tell(new VoiceEvent.Closed(cause, 1000, ""));
    if (cause == Cause.SERVER) {
      assertThat(hangUp.done()).isCompleted();
      assertThat(tasks).isEmpty();
    } else {
      assertThat(hangUp.done()).isNotDone();
      tasks.forEach(Runnable::run);
      assertThat(hangUp.done()).isCompleted();
      assertThat(hungUp).containsExactly("rtc_1");
    }
  }

  @Test
  void aCallThatCannotBeHungUpEndsTheSessionAllTheSame() {
    HangUp hangUp =
        new HangUp(
            () -> {
              throw new IllegalStateException("no route");
            },
            Runnable::run);
    hangUp.tell(new VoiceEvent.Closed(Cause.APPLICATION, 1000, ""));
    assertThat(hangUp.done()).isCompleted();
  }
}
