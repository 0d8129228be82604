package dev.parlando.internal.engine.oracle;

import java.util.HashSet;
import java.util.Set;

/** Judges what is handed to the sink: one response after the other. */
final class Voices {

  private final Findings findings;
  private final Set<String> before = new HashSet<>();
  private String last = "";

  Voices(Findings findings) {
    this.findings = findings;
  }

  void heard(String responseId) {
    if (!responseId.equals(last)) {
      if (before.contains(responseId)) {
        findings.add(Rule.TWO_VOICES, responseId + " goes on after " + last);
      }
      before.add(responseId);
      last = responseId;
    }
  }
}
