package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.model.AnnotationNames;
import dev.parlando.processor.model.DatePattern;
import dev.parlando.processor.model.TextKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/**
 * The values of Jackson's annotations, recognised by their names: schema and decoder obey the same
 * ones, and none is ignored in silence.
 */
final class JacksonNames {

  static final String PACKAGE = "com.fasterxml.jackson.annotation.";
  static final String ENUM_DEFAULT_VALUE = PACKAGE + "JsonEnumDefaultValue";

  private JacksonNames() {}

  /** The name that an annotation gives; empty if none does. */
  static Optional<String> property(Annotations annotations) {
    Optional<Annotation> property = annotations.find(PACKAGE + "JsonProperty");
    String name = property.isPresent() ? property.get().text("value") : "";
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  static String property(Reading reading, Annotations annotations, String javaName, Place place) {
    Optional<Annotation> property = annotations.find(PACKAGE + "JsonProperty");
    if (property.isEmpty()) {
      return javaName;
    }
    if (property.get().flag("required")) {
      reading
          .report()
          .add(
              Problem.JACKSON_ANNOTATION_IGNORED,
              place.origin(property.get()),
              "JsonProperty(required)",
              "Use Optional, @Nullable or @DefaultValue for what may be left out.");
    }
    String name = property.get().text("value");
    return name.isEmpty() ? javaName : name;
  }

  static List<String> aliases(Annotations annotations) {
    Optional<Annotation> alias = annotations.find(PACKAGE + "JsonAlias");
    List<String> names = new ArrayList<>();
    for (Object name : alias.isPresent() ? alias.get().list("value") : List.of()) {
      names.add((String) name);
    }
    return names;
  }

  /** The annotation, as one would write it, that hides a property; empty if none does. */
  static Optional<String> hiddenBy(Annotations annotations, boolean isForResults) {
    Optional<Annotation> ignore = annotations.find(PACKAGE + "JsonIgnore");
    if (ignore.isPresent() && ignore.get().flag("value")) {
      return Optional.of("@JsonIgnore");
    }
    String hidden = isForResults ? "WRITE_ONLY" : "READ_ONLY";
    Optional<Annotation> property = annotations.find(PACKAGE + "JsonProperty");
    return property.isPresent() && property.get().text("access").equals(hidden)
        ? Optional.of("@JsonProperty(access = " + hidden + ")")
        : Optional.empty();
  }

  static boolean isValue(Lang lang, RecordComponentElement component) {
    Optional<Annotation> value =
        Annotations.of(lang, component, Lang.accessor(component)).find(PACKAGE + "JsonValue");
    return value.isPresent() && value.get().flag("value");
  }

  static String propertyDescription(Annotations annotations, String doc) {
    return description(annotations, "JsonPropertyDescription", doc);
  }

  static String typeDescription(Reading reading, TypeElement type, Place place) {
    return description(
        Annotations.of(reading.lang(), type),
        "JsonClassDescription",
        reading.docs().of(type, place).description());
  }

  private static String description(Annotations annotations, String jacksonName, String doc) {
    Optional<Annotation> own = annotations.find(AnnotationNames.DESCRIBE);
    Optional<Annotation> said = own.isPresent() ? own : annotations.find(PACKAGE + jacksonName);
    return said.isPresent() ? said.get().text("value") : doc;
  }

  /** The property that distinguishes the variants of a sealed interface. */
  static String tag(Lang lang, TypeElement union) {
    Optional<Annotation> info = Annotations.of(lang, union).find(PACKAGE + "JsonTypeInfo");
    if (info.isEmpty()) {
      return "type";
    }
    String property = info.get().text("property");
    return property.isEmpty() ? "@type" : property;
  }

  /** What a sealed interface calls its variants, by their qualified names. */
  static Map<String, String> variantNames(Lang lang, TypeElement union) {
    Map<String, String> names = new HashMap<>();
    Annotations.of(lang, union)
        .find(PACKAGE + "JsonSubTypes")
        .ifPresent(
            subTypes -> {
              for (Object each : subTypes.list("value")) {
                Annotation subType = (Annotation) each;
                String name = subType.text("name");
                Object type = subType.values().get("value");
                if (!name.isEmpty()) {
                  names.put(String.valueOf(type), name);
                }
              }
            });
    return names;
  }

  /** What a variant calls itself. */
  static String variantName(Lang lang, TypeElement variant) {
    return Annotations.of(lang, variant)
        .find(PACKAGE + "JsonTypeName")
        .map(name -> name.text("value"))
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> SnakeCase.of(variant.getSimpleName().toString()));
  }

  /** How a date or time is written, if not as usual. */
  static Optional<String> datePattern(
      Reading reading, Annotations annotations, TextKind kind, Place place) {
    Optional<Annotation> format = annotations.find(PACKAGE + "JsonFormat");
    Optional<String> pattern = format.map(it -> it.text("pattern")).filter(text -> !text.isEmpty());
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    if (!kind.takesDatePattern()) {
      return Optional.empty();
    }
    if (DatePattern.example(kind, pattern.get()).isEmpty()) {
      reading.jacksonWarnings().ofInvalidPattern(format.orElseThrow(), kind, place);
      return Optional.empty();
    }
    return pattern;
  }
}
