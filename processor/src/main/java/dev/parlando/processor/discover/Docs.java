package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** What sources say beyond what class files do, about the types of one tool class. */
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
      return fromSource.computeIfAbsent(type, key -> SourceFacts.of(lang, type));
    }
    return fromEarlierBuild.computeIfAbsent(type, key -> kept(type, place));
  }

  private SourceFacts kept(TypeElement type, Place place) {
    Optional<SourceFacts> kept = sources.kept(type);
    if (kept.isEmpty() && type.getKind() == ElementKind.RECORD) {
      String name = JavaTypes.of(type).shortName();
      if (!isDescribed(type)) {
        report.add(Problem.DESCRIPTION_LOST, place.origin(), name);
      }
      if (Runtime.version().feature() < SEES_TYPE_ANNOTATIONS && sources.hasTypeAnnotations(type)) {
        report.add(Problem.TYPE_ANNOTATIONS_LOST, place.origin(), name);
      }
    }
    return kept.orElse(SourceFacts.NONE);
  }

  /** Whether annotations describe every component, so that no Javadoc is missed. */
  private boolean isDescribed(TypeElement type) {
    return type.getRecordComponents().stream()
        .map(component -> Annotations.of(lang, component, component.getAccessor()))
        .allMatch(annotations -> !JacksonNames.propertyDescription(annotations, "").isEmpty());
  }

  /** What sources said, by type. */
  Map<TypeElement, SourceFacts> fromSource() {
    return fromSource;
  }
}
