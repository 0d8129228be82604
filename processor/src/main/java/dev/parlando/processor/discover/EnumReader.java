package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.model.EnumModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Reads enums. */
final class EnumReader {

  private static final String ADVICE = "Use @JsonProperty on the constants.";

  private final Reading reading;

  EnumReader(Reading reading) {
    this.reading = reading;
  }

  EnumModel read(String id, DeclaredType type, Place place) {
    TypeElement element = reading.lang().declaration(type);
    SourceFacts facts = reading.docs().of(element, place);
    List<EnumModel.Constant> constants = new ArrayList<>();
    Optional<String> unknown = Optional.empty();
    for (Element member : element.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        Annotations annotations = Annotations.of(reading.lang(), member);
        constants.add(constant(member, annotations, facts, place));
        if (annotations.has(JacksonNames.ENUM_DEFAULT_VALUE)) {
          unknown = Optional.of(member.getSimpleName().toString());
        }
      } else if (member.getKind() == ElementKind.FIELD) {
        Annotations annotations = Annotations.of(reading.lang(), member);
        reading.jacksonWarnings().of(annotations, JacksonWarnings.Target.OTHER, place.on(member));
        reading.jacksonWarnings().ofValue(annotations, ADVICE, place.on(member));
      }
    }
    reading.jacksonWarnings().of(element, JacksonWarnings.Target.ENUM, ADVICE, place);
    if (!reading.lang().isSource(element)) {
      // Compilers list the members of class files in whatever order.
      List<String> order =
          facts.order().isEmpty() ? reading.docs().constants(element) : facts.order();
      constants.sort(Comparator.comparing(each -> order.indexOf(each.javaName())));
    }
    if (constants.isEmpty()) {
      reading.report().add(Problem.ENUM_EMPTY, place.origin(), JavaTypes.of(type).shortName());
    }
    return new EnumModel(
        id,
        JavaTypes.of(type),
        JacksonNames.typeDescription(reading, element, place),
        constants,
        unknown,
        place.origin());
  }

  private EnumModel.Constant constant(
      Element constant, Annotations annotations, SourceFacts facts, Place place) {
    String javaName = constant.getSimpleName().toString();
    reading.jacksonWarnings().of(annotations, JacksonWarnings.Target.CONSTANT, place.on(constant));
    return new EnumModel.Constant(
        javaName,
        JacksonNames.property(reading, annotations, javaName, place.on(constant)),
        JacksonNames.aliases(annotations),
        JacksonNames.propertyDescription(annotations, facts.member(javaName)));
  }
}
