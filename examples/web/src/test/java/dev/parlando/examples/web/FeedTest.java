package dev.parlando.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The feed is bounded, and says what it no longer has. */
class FeedTest {

  private final Feed feed = new Feed();

  @Test
  void givesFramesInOrderAndAtMostAsManyAsAskedFor() {
    for (int i = 0; i < 10; i++) {
      feed.add("f" + i);
    }

    assertThat(feed.from(3, 4))
        .isEqualTo(new Feed.Stretch(3, 7, java.util.List.of("f3", "f4", "f5", "f6")));
    assertThat(feed.from(10, 4).frames()).isEmpty();
    assertThat(feed.from(99, 4).start()).isEqualTo(10);
  }

  @Test
  void letsGoOfTheOldest() {
    for (int i = 0; i < Feed.MAX_FRAMES + 5; i++) {
      feed.add("f" + i);
    }

    Feed.Stretch oldest = feed.from(0, 1);
    assertThat(oldest.start()).isEqualTo(5);
    assertThat(oldest.frames()).containsExactly("f5");
  }

  @Test
  void letsGoOfTheOldestWhereFramesAreLarge() {
    String large = "x".repeat(16 << 20);
    for (int i = 0; i < 8; i++) {
      feed.add(large);
    }

    assertThat(feed.from(0, 1).start()).isPositive();
    assertThat(feed.from(7, 1).frames()).hasSize(1);
  }
}
