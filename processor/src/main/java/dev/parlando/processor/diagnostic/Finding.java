package dev.parlando.processor.diagnostic;

import dev.parlando.processor.model.Origin;
import java.util.List;

/**
 * One problem at one place.
 *
 * @param arguments what the problem's text leaves open
 */
public record Finding(Problem problem, Origin origin, List<Object> arguments) {

  /** Keeps an immutable copy. */
  public Finding {
    arguments = List.copyOf(arguments);
  }

  /** The whole text: id, place, what is wrong, what to do. */
  public String text() {
    return "[%s] %s: %s See docs/errors.md#%s"
        .formatted(
            problem.id(),
            origin.path(),
            problem.text().formatted(arguments.toArray()),
            problem.id());
  }
}
