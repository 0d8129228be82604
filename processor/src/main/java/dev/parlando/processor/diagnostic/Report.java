package dev.parlando.processor.diagnostic;

import dev.parlando.processor.diagnostic.Problem.Severity;
import dev.parlando.processor.model.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found in one annotated class; each thing once. */
public final class Report {

  private final Set<Finding> findings = new LinkedHashSet<>();

  /** Adds a problem. */
  public void add(Problem problem, Origin origin, Object... arguments) {
    findings.add(new Finding(problem, origin, List.of(arguments)));
  }

  /** Forgets everything. */
  public void clear() {
    findings.clear();
  }

  /** Everything found, in the order it was found. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return findings.isEmpty();
  }

  /** Whether anything found keeps the class from being generated. */
  public boolean hasErrors() {
    for (Finding finding : findings) {
      if (finding.problem().severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }
}
