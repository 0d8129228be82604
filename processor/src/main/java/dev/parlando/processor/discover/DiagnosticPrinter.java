package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Finding;
import dev.parlando.processor.diagnostic.Problem.Severity;
import dev.parlando.processor.diagnostic.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Hands findings to the compiler, at the place in the source that it can show. */
public final class DiagnosticPrinter {

  private final Messager messager;
  private final Set<String> sources;

  /**
   * Prints to a compiler.
   *
   * @param sources the qualified names of the top-level types that are compiled from source
   */
  public DiagnosticPrinter(ProcessingEnvironment environment, Set<String> sources) {
    this.messager = environment.getMessager();
    this.sources = sources;
  }

  /** Prints all findings but the warnings that somebody suppressed. */
  public void print(Report report) {
    report.findings().forEach(this::print);
  }

  private void print(Finding finding) {
    ElementOrigin origin = (ElementOrigin) finding.origin();
    if (finding.problem().severity() != Severity.ERROR && isSuppressed(origin)) {
      return;
    }
    Diagnostic.Kind kind = kind(finding.problem().severity());
    // Compilers know no line of what comes from a class file.
    if (isFromSource(origin.element())) {
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

  /** Whether an element is compiled from source. */
  public boolean isFromSource(Element element) {
    Element type = element;
    while (!(type instanceof TypeElement)) {
      type = type.getEnclosingElement();
      if (type == null) {
        return false;
      }
    }
    List<TypeElement> nesting = Lang.nesting((TypeElement) type);
    return sources.contains(nesting.get(nesting.size() - 1).getQualifiedName().toString());
  }

  private static boolean isSuppressed(ElementOrigin origin) {
    return isSuppressed(origin.element()) || isSuppressed(origin.subject());
  }

  private static boolean isSuppressed(Element element) {
    for (Element each = element; each != null; each = each.getEnclosingElement()) {
      SuppressWarnings suppressed = each.getAnnotation(SuppressWarnings.class);
      if (suppressed != null && Arrays.asList(suppressed.value()).contains("parlando")) {
        return true;
      }
    }
    return false;
  }
}
