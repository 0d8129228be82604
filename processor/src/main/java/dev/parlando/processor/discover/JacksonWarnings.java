package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.model.TextKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Warns of annotations of Jackson that would change the JSON but have no effect here. */
final class JacksonWarnings {

  /** What may be annotated. */
  enum Target {
    TOOL,
    PROPERTY,
    RECORD,
    UNION,
    ENUM,
    CONSTANT,
    OTHER;

    /** The annotations that have an effect there, or need none. */
    private Set<String> honoured() {
      return switch (this) {
        case TOOL -> Set.of("JsonPropertyDescription");
        case PROPERTY ->
            Set.of(
                "JsonProperty",
                "JsonPropertyDescription",
                "JsonAlias",
                "JsonIgnore",
                "JsonValue",
                "JsonFormat",
                "JsonInclude");
        case RECORD -> Set.of("JsonClassDescription", "JsonTypeName", "JsonInclude");
        case UNION -> Set.of("JsonClassDescription", "JsonTypeInfo", "JsonSubTypes", "JsonInclude");
        case ENUM -> Set.of("JsonClassDescription");
        case CONSTANT ->
            Set.of("JsonProperty", "JsonPropertyDescription", "JsonAlias", "JsonEnumDefaultValue");
        case OTHER -> Set.of("JsonIgnore", "JsonValue", "JsonCreator");
      };
    }
  }

  private static final String AS_RECORD = "The JSON is as the record says.";

  private final Reading reading;

  JacksonWarnings(Reading reading) {
    this.reading = reading;
  }

  /** Warns of what has no effect on such a thing. */
  void of(Annotations annotations, Target target, Place place) {
    for (Annotation it : annotations) {
      boolean isOfJackson = it.name().contains(".jackson.") || isBundle(it);
      if (isOfJackson && !target.honoured().contains(it.simpleName())) {
        warn(place, it, it.simpleName(), AS_RECORD);
      }
      if (it.name().equals(JacksonNames.PACKAGE + "JsonInclude")
          && reading.isForResults()
          && !Set.of("USE_DEFAULTS", "NON_NULL", "NON_ABSENT").contains(it.text("value"))) {
        warn(place, it, it.simpleName(), "What is null is left out.");
      }
    }
  }

  /** Whether an annotation stands for several of Jackson's. */
  private boolean isBundle(Annotation annotation) {
    return !annotation.name().startsWith("jakarta.validation.")
        && !annotation.name().startsWith("dev.parlando.")
        && reading
            .lang()
            .isAnnotated(annotation.name(), JacksonNames.PACKAGE + "JacksonAnnotationsInside");
  }

  /**
   * Warns of what has no effect on a record or enum and inside it, components and constants apart.
   *
   * @param advice what to do where {@code @JsonValue} stands for nothing
   */
  void of(TypeElement type, Target target, String advice, Place place) {
    of(Annotations.of(reading.lang(), type), target, place.on(type));
    for (Element member : type.getEnclosedElements()) {
      ElementKind kind = member.getKind();
      if (kind == ElementKind.METHOD || kind == ElementKind.CONSTRUCTOR) {
        ofMember(type, (ExecutableElement) member, advice, place.on(member));
      }
    }
  }

  private void ofMember(TypeElement type, ExecutableElement member, String advice, Place place) {
    Annotations annotations = Annotations.of(reading.lang(), member);
    List<? extends RecordComponentElement> components = components(type);
    ofValue(annotations, advice, place);
    if (Lang.isAccessor(member, components)) {
      return;
    }
    of(annotations, Target.OTHER, place);
    boolean isCanonical =
        member.getKind() == ElementKind.CONSTRUCTOR
            && member.getParameters().size() == components.size();
    Optional<Annotation> creator = annotations.find(JacksonNames.PACKAGE + "JsonCreator");
    if (creator.isPresent() && !reading.isForResults()) {
      String mode = creator.get().text("mode");
      if (mode.equals("DELEGATING") || !(isCanonical || mode.equals("DISABLED"))) {
        warn(place, creator.get(), creator.get().simpleName(), creation(type));
      }
    }
    if (isCanonical && !components.isEmpty()) {
      ofParameters(type, member, place);
    }
  }

  /** Warns of a {@code @JsonValue} where a type stands for no other. */
  void ofValue(Annotations annotations, String advice, Place place) {
    Optional<Annotation> value = annotations.find(JacksonNames.PACKAGE + "JsonValue");
    if (value.isPresent()) {
      warn(place, value.get(), value.get().simpleName(), advice);
    }
  }

  private static String creation(TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        ? "Use @JsonProperty on the constants."
        : "Records are made by their canonical constructor.";
  }

  private static List<? extends RecordComponentElement> components(TypeElement type) {
    // Of other types some compilers can't say that they have none.
    return type.getKind() == ElementKind.RECORD ? type.getRecordComponents() : List.of();
  }

  /** The parameters of a record's constructor have the annotations of its components anyway. */
  private void ofParameters(TypeElement type, ExecutableElement constructor, Place place) {
    for (int i = 0; i < constructor.getParameters().size(); i++) {
      VariableElement parameter = constructor.getParameters().get(i);
      RecordComponentElement component = type.getRecordComponents().get(i);
      Annotations same =
          Annotations.of(
              reading.lang(),
              component,
              Lang.accessor(component),
              PropertyReader.field(type, component.getSimpleName().toString()));
      of(Annotations.of(reading.lang(), parameter).without(same), Target.OTHER, place);
    }
  }

  /** Warns of settings of a format that have no effect on a value. */
  void ofFormat(Annotations annotations, boolean hasPattern, Place place) {
    Optional<Annotation> format = annotations.find(JacksonNames.PACKAGE + "JsonFormat");
    if (format.isPresent() && hasPattern) {
      ofFormatWithPattern(format.get(), place);
    } else if (format.isPresent()) {
      String advice = "It is for the pattern of a date or time.";
      warn(place, format.get(), format.get().simpleName(), advice);
    }
  }

  private void ofFormatWithPattern(Annotation format, Place place) {
    String locale = format.text("locale");
    if (!locale.equals("##default") && !locale.startsWith("en")) {
      warn(place, format, "JsonFormat(locale)", "Names of months and days are English.");
    }
    if (!format.text("timezone").equals("##default")) {
      warn(place, format, "JsonFormat(timezone)", "Put the zone into the pattern.");
    }
    if (!Set.of("ANY", "STRING").contains(format.text("shape"))) {
      warn(place, format, "JsonFormat(shape)", "With a pattern it is text.");
    }
  }

  /** Warns of variants that are not distinguished by a property. */
  void ofTypeInfo(Annotations annotations, Place place) {
    annotations
        .find(JacksonNames.PACKAGE + "JsonTypeInfo")
        .ifPresent(
            info -> {
              if (!Set.of("NAME", "SIMPLE_NAME").contains(info.text("use"))
                  || !Set.of("PROPERTY", "EXISTING_PROPERTY").contains(info.text("include"))) {
                String advice = "Variants are told apart by a property.";
                warn(place, info, info.simpleName(), advice);
              }
              String defaultImpl = String.valueOf(info.values().get("defaultImpl"));
              if (!defaultImpl.equals(info.name())) {
                String advice = "Each object must say which variant it is.";
                warn(place, info, "JsonTypeInfo(defaultImpl)", advice);
              }
            });
  }

  /** Complains of a pattern in which no such value can be read. */
  void ofInvalidPattern(Annotation format, TextKind kind, Place place) {
    reading
        .report()
        .add(Problem.FORMAT_INVALID, place.origin(format), format.text("pattern"), kind.javaType());
  }

  private void warn(Place place, Annotation annotation, String what, String advice) {
    reading
        .report()
        .add(Problem.JACKSON_ANNOTATION_IGNORED, place.origin(annotation), what, advice);
  }
}
