package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.model.DatePattern;
import dev.parlando.processor.model.TextKind;
import dev.parlando.processor.model.TypeModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/**
 * What Jackson's annotations say, recognised by their names: schema and decoder obey the same ones,
 * and none is ignored in silence.
 */
final class JacksonNames {

  private static final String PACKAGE = "com.fasterxml.jackson.annotation.";
  static final String ENUM_DEFAULT_VALUE = PACKAGE + "JsonEnumDefaultValue";

  private static final Set<String> HONOURED =
      Set.of(
          "JsonProperty",
          "JsonPropertyDescription",
          "JsonClassDescription",
          "JsonAlias",
          "JsonIgnore",
          "JsonTypeInfo",
          "JsonSubTypes",
          "JsonTypeName",
          "JsonValue",
          "JsonFormat",
          "JsonEnumDefaultValue",
          // These say what holds anyway.
          "JsonCreator",
          "JsonInclude");

  private JacksonNames() {}

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
    return annotations.find(PACKAGE + "JsonAlias").stream()
        .flatMap(alias -> alias.list("value").stream())
        .map(String.class::cast)
        .toList();
  }

  static boolean isIgnored(Annotations annotations) {
    return annotations.find(PACKAGE + "JsonIgnore").filter(it -> it.flag("value")).isPresent();
  }

  static boolean isValue(Lang lang, RecordComponentElement component) {
    return Annotations.of(lang, component, component.getAccessor())
        .find(PACKAGE + "JsonValue")
        .filter(it -> it.flag("value"))
        .isPresent();
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
    return annotations
        .find("dev.parlando.Describe")
        .or(() -> annotations.find(PACKAGE + jacksonName))
        .map(annotation -> annotation.text("value"))
        .orElse(doc);
  }

  /** The property that tells the variants of a sealed interface apart. */
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
    if (DatePattern.example(pattern.get()).isEmpty()) {
      reading
          .report()
          .add(
              Problem.FORMAT_INVALID,
              place.origin(format.orElseThrow()),
              pattern.get(),
              kind.javaType());
      return Optional.empty();
    }
    return pattern;
  }

  /** Warns of a {@code @JsonFormat} that says nothing about how a type is written here. */
  static void warnOfFormat(Reading reading, Annotations annotations, TypeModel type, Place place) {
    boolean honoured = type instanceof TypeModel.Text text && text.pattern().isPresent();
    annotations
        .find(PACKAGE + "JsonFormat")
        .filter(format -> !honoured)
        .ifPresent(
            format -> warn(reading, place, format, "It is for the pattern of a date or time."));
  }

  /** Warns of a {@code @JsonValue} where a type stands for no other. */
  static void warnOfValue(Reading reading, TypeElement type, String advice, Place place) {
    for (Element member : type.getEnclosedElements()) {
      Annotations.of(reading.lang(), member)
          .find(PACKAGE + "JsonValue")
          .ifPresent(value -> warn(reading, place.on(member), value, advice));
    }
  }

  /** Warns of ways to tell variants apart that are not by a property. */
  static void warnOfTypeInfo(Reading reading, Annotations annotations, Place place) {
    annotations
        .find(PACKAGE + "JsonTypeInfo")
        .filter(
            info ->
                !Set.of("NAME", "SIMPLE_NAME").contains(info.text("use"))
                    || !Set.of("PROPERTY", "EXISTING_PROPERTY").contains(info.text("include")))
        .ifPresent(info -> warn(reading, place, info, "Variants are told apart by a property."));
  }

  /** Warns of annotations that change what Jackson does but have no effect here. */
  static void warnOfOthers(Reading reading, Annotations annotations, Place place) {
    annotations.stream()
        .filter(it -> it.name().contains(".jackson."))
        .filter(it -> !HONOURED.contains(it.simpleName()))
        .forEach(it -> warn(reading, place, it, "The JSON is as the record says."));
  }

  private static void warn(Reading reading, Place place, Annotation annotation, String advice) {
    reading
        .report()
        .add(
            Problem.JACKSON_ANNOTATION_IGNORED,
            place.origin(annotation),
            annotation.simpleName(),
            advice);
  }
}
