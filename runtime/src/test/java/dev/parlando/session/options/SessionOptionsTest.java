package dev.parlando.session.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.time.SessionTime;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionOptionsTest {

  private static final Executor EXECUTOR = Runnable::run;

  private static final SessionTime TIME =
      new SessionTime() {
        @Override
        public long nowMs() {
          return 0;
        }

        @Override
        public Clock clock() {
          return Clock.systemUTC();
        }

        @Override
        public Runnable after(long delayMs, Runnable action) {
          return action;
        }
      };

  /** A value other than the default. */
  private static Object other(Object value) {
    if (value instanceof Duration duration) {
      return duration.plusSeconds(1);
    }
    if (value instanceof Integer number) {
      return number + 1;
    }
    if (value instanceof Long number) {
      return number + 1;
    }
    if (value instanceof Optional<?>) {
      return Duration.ofSeconds(3);
    }
    throw new AssertionError("no other value of " + value.getClass());
  }

  private static Class<?> taken(Method getter) {
    return getter.getReturnType() == Optional.class ? Duration.class : getter.getReturnType();
  }

  private static List<Method> getters(Class<?> group) {
    List<Method> getters = new ArrayList<>();
    for (Method method : group.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())
          && !Modifier.isStatic(method.getModifiers())
          && method.getParameterCount() == 0
          && !List.of("toBuilder", "toString").contains(method.getName())) {
        getters.add(method);
      }
    }
    return getters;
  }

  @ParameterizedTest
  @ValueSource(
      classes = {Timeouts.class, ToolLimits.class, ReconnectPolicy.class, AudioBuffers.class})
  void eachSettingIsKeptAndCopiedAndShown(Class<?> group) throws Exception {
    Object defaults = group.getField("DEFAULTS").get(null);
    assertThat(getters(group)).isNotEmpty();
    for (Method getter : getters(group)) {
      Object changed = other(getter.invoke(defaults));
      Object builder = group.getMethod("builder").invoke(null);
      builder.getClass().getMethod(getter.getName(), taken(getter)).invoke(builder, changed);
      Object options = builder.getClass().getMethod("build").invoke(builder);
      Object copyBuilder = group.getMethod("toBuilder").invoke(options);
      Object copy = copyBuilder.getClass().getMethod("build").invoke(copyBuilder);
      for (Method each : getters(group)) {
        Object kept = getter.getReturnType() == Optional.class ? Optional.of(changed) : changed;
        Object expected = each.equals(getter) ? kept : each.invoke(defaults);
        assertThat(each.invoke(copy)).as(getter + " seen by " + each).isEqualTo(expected);
      }
      assertThat(copy.toString()).contains(getter.getName() + "=" + changed);
    }
  }

  @Test
  void groupsAreChangedOneByOneAndTheRestStays() {
    SessionOptions options =
        SessionOptions.builder()
            .timeouts(times -> times.tool(Duration.ofSeconds(5)))
            .timeouts(times -> times.close(Duration.ofSeconds(1)))
            .toolLimits(tools -> tools.concurrent(4))
            .reconnect(ReconnectPolicy.NEVER)
            .audioBuffers(audio -> audio.unsent(Duration.ofSeconds(3)))
            .budget(SessionBudget.builder().tokens(1_000).build())
            .time(TIME)
            .executor(EXECUTOR)
            .toolExecutor(EXECUTOR)
            .lenientArguments(false)
            .build()
            .toBuilder()
            .build();
    assertThat(options.timeouts().tool()).isEqualTo(Duration.ofSeconds(5));
    assertThat(options.timeouts().close()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.timeouts().connect()).isEqualTo(Timeouts.DEFAULTS.connect());
    assertThat(options.toolLimits().concurrent()).isEqualTo(4);
    assertThat(options.reconnect().losses()).isZero();
    assertThat(options.audioBuffers().unsent()).isEqualTo(Duration.ofSeconds(3));
    assertThat(options.budget().tokens()).isEqualTo(1_000);
    assertThat(options.time()).isSameAs(TIME);
    assertThat(options.executor()).isSameAs(EXECUTOR);
    assertThat(options.toolExecutor()).isSameAs(EXECUTOR);
    assertThat(options.arguments().lenient()).isFalse();
  }

  @Test
  void whatMeansNothingIsRefusedWithItsName() {
    assertThatThrownBy(() -> Timeouts.builder().connect(Duration.ZERO))
        .hasMessage("connect must be at least 1 ms, not PT0S");
    assertThatThrownBy(() -> Timeouts.builder().tool(Duration.ofSeconds(-1)))
        .hasMessageStartingWith("tool must be 0 to 366 days");
    assertThatThrownBy(() -> Timeouts.builder().close(Duration.ofSeconds(Long.MAX_VALUE)))
        .hasMessageStartingWith("close must be 0 to 366 days");
    assertThatThrownBy(() -> ToolLimits.builder().concurrent(0))
        .hasMessage("concurrent must be at least 1, not 0");
    assertThatThrownBy(() -> AudioBuffers.builder().listenerBytes(-1))
        .hasMessage("listenerBytes must not be negative, but is -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionBudget.builder().cost(0, usage -> 0));
  }

  @Test
  void aBudgetKnowsWhetherItLimitsAnything() {
    assertThat(SessionBudget.UNLIMITED.unlimited()).isTrue();
    assertThat(SessionBudget.builder().farewell("Bye.").build().unlimited()).isTrue();
    assertThat(SessionBudget.builder().responses(1).build().unlimited()).isFalse();
    assertThat(SessionBudget.builder().toolCalls(1).build().unlimited()).isFalse();
    assertThat(SessionBudget.builder().time(Duration.ofMillis(1)).build().unlimited()).isFalse();
    SessionBudget priced = SessionBudget.builder().cost(2, usage -> usage.total()).build();
    assertThat(priced.toBuilder().build().cost()).isEqualTo(2);
    assertThat(priced.unlimited()).isFalse();
  }
}
