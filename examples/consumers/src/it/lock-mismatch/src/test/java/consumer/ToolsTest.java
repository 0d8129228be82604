package consumer;

import dev.parlando.testkit.lock.ToolLock;
import org.junit.jupiter.api.Test;

class ToolsTest {

  @Test
  void toolsAreAsReviewed() {
    ToolLock.verify();
  }
}
