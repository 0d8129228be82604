package dev.parlando.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LaneTest {

  /** What the lane wants a thread for. */
  private final Queue<Runnable> wanted = new ArrayDeque<>();

  private final Lane lane = new Lane(wanted::add);
  private final List<String> done = new ArrayList<>();

  @Test
  void tasksRunInOrderOnOneThread() {
    lane.execute(() -> lane.execute(() -> done.add("third")));
    lane.execute(() -> done.add("second"));
    assertThat(wanted).hasSize(1);

    wanted.remove().run();
    assertThat(done).containsExactly("second", "third");
    assertThat(wanted).isEmpty();
  }

  @Test
  void aTaskThatFailsDoesNotHoldUpThoseBehindIt() {
    lane.execute(
        () -> {
          throw new StackOverflowError("too deep");
        });
    lane.execute(() -> done.add("second"));

    try {
      wanted.remove().run();
    } catch (StackOverflowError expected) {
      done.add(String.valueOf(expected.getMessage()));
    }
    wanted.remove().run();
    assertThat(done).containsExactly("too deep", "second");
  }
}
