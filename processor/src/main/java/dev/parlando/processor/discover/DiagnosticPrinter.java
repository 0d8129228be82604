package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Finding;
import dev.parlando.processor.diagnostic.Problem.Severity;
import dev.parlando.processor.diagnostic.Report;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Hands findings to the compiler, at the place in the source that it can show. */
public final class DiagnosticPrinter {

  private final Messager messager;
  private final Sources sources;

  /**
   * Prints to a compiler.
   *
   * @param sources which elements are in the source, so that the compiler has a position for them
   */
  public DiagnosticPrinter(Messager messager, Sources sources) {
    this.messager = messager;
    this.sources = sources;
  }

  /** Prints all findings but suppressed warnings. */
  public void print(Report report) {
    for (Finding finding : report.findings()) {
      print(finding);
    }
  }

  private void print(Finding finding) {
    ElementOrigin origin = (ElementOrigin) finding.origin();
    if (finding.problem().severity() != Severity.ERROR && isSuppressed(origin)) {
      return;
    }
    Diagnostic.Kind kind = kind(finding.problem().severity());
    // Compilers have no position for what comes from a class file.
    if (sources.contains(origin.element())) {
      messager.printMessage(kind, finding.text(), origin.element(), origin.annotation());
    } else {
      messager.printMessage(kind, finding.text(), origin.subject());
    }
  }

  private static Diagnostic.Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Diagnostic.Kind.ERROR;
      case WARNING -> Diagnostic.Kind.WARNING;
      case NOTE -> Diagnostic.Kind.NOTE;
    };
  }

  private static boolean isSuppressed(ElementOrigin origin) {
    return isSuppressed(origin.element()) || isSuppressed(origin.subject());
  }

  private static boolean isSuppressed(Element element) {
    for (Element each = element; each != null; each = each.getEnclosingElement()) {
      // Not through the class: its values may be constants that are not there.
      boolean isSuppressed =
          each.getAnnotationMirrors().stream()
              .filter(it -> Reading.isNamed(it.getAnnotationType(), "java.lang.SuppressWarnings"))
              .flatMap(it -> it.getElementValues().values().stream())
              .anyMatch(value -> value.toString().contains("\"parlando\""));
      if (isSuppressed) {
        return true;
      }
    }
    return false;
  }
}
