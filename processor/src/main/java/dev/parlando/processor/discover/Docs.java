package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What sources have beyond class files, of the types of one tool class. */
final class Docs {

  /** The first JDK whose compiler sees annotations inside types in class files. */
  private static final int SEES_TYPE_ANNOTATIONS = 22;

  private final Lang lang;
  private final Sources sources;
  private final Report report;
  private final Map<TypeElement, SourceFacts> fromSource = new LinkedHashMap<>();
  private final Map<TypeElement, SourceFacts> fromEarlierBuild = new LinkedHashMap<>();

  Docs(Lang lang, Sources sources, Report report) {
    this.lang = lang;
    this.sources = sources;
    this.report = report;
  }

  /** What is known of a type that arguments or results are made of. */
  SourceFacts of(TypeElement type, Place place) {
    if (sources.contains(type)) {
      return ofSource(type);
    }
    return fromEarlierBuild.computeIfAbsent(type, key -> kept(type, place));
  }

  /**
   * What the source of a tool has.
   *
   * @param agent the class whose tool it is; it may inherit it
   */
  MethodFacts of(ExecutableElement method, TypeElement agent) {
    TypeElement type = Lang.typeAround(method);
    MethodFacts visible = MethodFacts.of(lang, method);
    return type.equals(agent)
        ? visible
        : inherited(type).method(visible.signature()).orElse(visible);
  }

  /** Whether the source of a class's tools was read, now or by an earlier build. */
  boolean knowsToolsOf(TypeElement type) {
    return lang.isSource(type) || !inherited(type).methods().isEmpty();
  }

  /** The signatures of a class's tools in order; empty if its source was not read. */
  List<String> order(TypeElement type) {
    return inherited(type).methods().stream().map(MethodFacts::signature).toList();
  }

  private SourceFacts inherited(TypeElement type) {
    return lang.isSource(type)
        ? ofSource(type)
        : fromEarlierBuild.computeIfAbsent(
            type, key -> sources.kept(type).orElse(SourceFacts.NONE));
  }

  private SourceFacts ofSource(TypeElement type) {
    SourceFacts facts = fromSource.get(type);
    if (facts == null) {
      facts = SourceFacts.of(lang, type);
      fromSource.put(type, facts);
    }
    return facts;
  }

  /** Whether annotations inside the types of a class are there that this compiler does not see. */
  boolean losesTypeAnnotations(TypeElement type) {
    return Runtime.version().feature() < SEES_TYPE_ANNOTATIONS && sources.hasTypeAnnotations(type);
  }

  /** The declared order of an enum that was compiled before; empty if it is lost. */
  List<String> constants(TypeElement type) {
    return lang.isSource(type) ? List.of() : sources.constants(type);
  }

  private SourceFacts kept(TypeElement type, Place place) {
    Optional<SourceFacts> kept = sources.kept(type);
    if (kept.isEmpty() && type.getKind() == ElementKind.RECORD) {
      String name = JavaTypes.of(type).shortName();
      if (!isDescribed(type)) {
        report.add(Problem.DESCRIPTION_LOST, place.origin(), name);
      }
      if (losesTypeAnnotations(type)) {
        report.add(Problem.TYPE_ANNOTATIONS_LOST, place.origin(), name);
      }
    }
    return kept.orElse(SourceFacts.NONE);
  }

  /** Whether annotations describe every component, so that no Javadoc is missed. */
  private boolean isDescribed(TypeElement type) {
    return type.getRecordComponents().stream()
        .map(component -> Annotations.of(lang, component, Lang.accessor(component)))
        .allMatch(annotations -> !JacksonNames.propertyDescription(annotations, "").isEmpty());
  }

  /** What was read from source, by type. */
  Map<TypeElement, SourceFacts> fromSource() {
    return fromSource;
  }
}
