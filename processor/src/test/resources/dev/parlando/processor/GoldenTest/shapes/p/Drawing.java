package p;

import dev.parlando.Tool;
import dev.parlando.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

class Drawing {

  @Tool("Draws shapes.")
  CompletionStage<Optional<Shape>> draw(List<Shape> shapes, Page<Duration> page) {
    return null;
  }

  @Tool("Counts shapes.")
  static Map<String, int[]> count(Group group) {
    return Map.of();
  }

  @Tool("Ends the drawing.")
  ToolResult end(double[][] points, char mark) {
    return ToolResult.none().withoutReply();
  }

  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  record Group(List<Shape> shapes, Optional<Group> next) implements Shape {}

  record Page<T>(List<T> items, T last) {}
}
