package dev.parlando.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.SideEffect;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ToolPolicyTest {

  private static final List<UnaryOperator<ToolPolicy.Builder>> CHANGES =
      List.of(
          policy -> policy.effect(SideEffect.READ),
          policy -> policy.timeout(Duration.ofSeconds(1)),
          policy -> policy.sequential(true),
          policy -> policy.sensitive(true),
          policy -> policy.maxConcurrent(1),
          policy -> policy.maxCorrections(0),
          policy -> policy.maxOutputChars(60),
          policy -> policy.reply(false));

  @Test
  void eachSettingMakesAnotherPolicyAndACopyKeepsIt() {
    for (UnaryOperator<ToolPolicy.Builder> change : CHANGES) {
      ToolPolicy changed = change.apply(ToolPolicy.builder()).build();
      assertThat(changed).isNotEqualTo(ToolPolicy.DEFAULT);
      assertThat(changed.toBuilder().build()).isEqualTo(changed).hasSameHashCodeAs(changed);
      assertThat(changed.toString()).isNotEqualTo(ToolPolicy.DEFAULT.toString());
    }
  }

  @Test
  void whatMeansNothingIsRefusedWithItsName() {
    ToolPolicy.Builder policy = ToolPolicy.builder();
    assertThatThrownBy(() -> policy.timeout(Duration.ofMillis(-1))).hasMessageContaining("timeout");
    assertThatThrownBy(() -> policy.maxConcurrent(-1)).hasMessageContaining("maxConcurrent");
    assertThatThrownBy(() -> policy.maxCorrections(-2)).hasMessageContaining("maxCorrections");
    assertThatThrownBy(() -> policy.maxOutputChars(-1)).hasMessageContaining("maxOutputChars");
  }
}
