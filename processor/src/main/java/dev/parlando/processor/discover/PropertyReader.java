package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.model.AnnotationNames;
import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.ValueModel;
import dev.parlando.processor.model.Wrapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the components of records and the plain parameters of tools. */
final class PropertyReader {

  private final Reading reading;

  PropertyReader(Reading reading) {
    this.reading = reading;
  }

  /** A component of a record. */
  PropertyModel component(TypeTree owner, RecordComponentElement component, Place place) {
    TypeElement type = reading.lang().declaration((DeclaredType) owner.type());
    String name = component.getSimpleName().toString();
    // Constraints never stand on the component, compilers have no position for it, and only its
    // field
    // looks the same from source and from class files.
    VariableElement field = field(type, name);
    SourceFacts facts = reading.docs().of(type, place);
    TypeTree declared = TypeTree.of(reading.lang(), field.asType(), facts.typesOf(name));
    TypeMirror bound = reading.lang().typeOf(field, (DeclaredType) owner.type());
    TypeTree tree = TypeTree.member(reading.lang(), declared, bound, owner.arguments());
    Annotations annotations =
        Annotations.of(reading.lang(), field, component, Lang.accessor(component))
            .and(tree.annotations());
    return read(name, tree, annotations, facts.member(name), place.at(field, name));
  }

  static VariableElement field(TypeElement type, String name) {
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.FIELD && member.getSimpleName().contentEquals(name)) {
        return (VariableElement) member;
      }
    }
    throw new IllegalArgumentException("no field " + name + " in " + type);
  }

  /**
   * A parameter of a tool.
   *
   * @param type its type, as the class has it whose tool it is
   * @param facts what only the method's source has of it
   */
  PropertyModel parameter(
      VariableElement parameter, TypeMirror type, MethodFacts.Parameter facts, Place place) {
    String name = facts.name();
    TypeTree declared = TypeTree.of(reading.lang(), parameter.asType(), facts.types());
    TypeTree tree = TypeTree.member(reading.lang(), declared, type, Map.of());
    Annotations annotations = Annotations.of(reading.lang(), parameter).and(tree.annotations());
    return read(name, tree, annotations, facts.description(), place.at(parameter, name));
  }

  private PropertyModel read(
      String javaName, TypeTree type, Annotations annotations, String doc, Place place) {
    try {
      return property(javaName, type, annotations, doc, place);
    } catch (UnresolvedTypeException e) {
      throw e.usedBy(place.element());
    }
  }

  private PropertyModel property(
      String javaName, TypeTree type, Annotations annotations, String doc, Place place) {
    reading.jacksonWarnings().of(annotations, JacksonWarnings.Target.PROPERTY, place);
    TypeReader.Wrapped wrapped = TypeReader.Wrapped.of(type);
    Optional<Annotation> byDefault = annotations.find(AnnotationNames.DEFAULT_VALUE);
    Optional<String> defaultValue =
        byDefault.isPresent() ? Optional.of(byDefault.get().text("value")) : Optional.empty();
    Optional<String> hiddenBy = JacksonNames.hiddenBy(annotations, reading.isForResults());
    ValueModel value = value(wrapped, annotations, place);
    boolean sensitive =
        annotations.has(AnnotationNames.SENSITIVE) || reading.isSensitive(value.type());
    PropertyModel property =
        new PropertyModel(
            javaName,
            JacksonNames.property(reading, annotations, javaName, place),
            JacksonNames.aliases(annotations),
            JacksonNames.propertyDescription(annotations, doc),
            value,
            wrapped.wrapping(),
            annotations.hasNamed("Nullable"),
            defaultValue,
            sensitive,
            hiddenBy.isPresent(),
            JavaTypes.of(type.type()),
            place.origin());
    boolean hasPattern = value.type() instanceof TypeModel.Text text && text.pattern().isPresent();
    reading.jacksonWarnings().ofFormat(annotations, hasPattern, place);
    if (hiddenBy.isPresent() && property.required() && !reading.isForResults()) {
      reading.report().add(Problem.IGNORED_WITHOUT_DEFAULT, place.origin(), hiddenBy.get());
    }
    return property;
  }

  private ValueModel value(TypeReader.Wrapped wrapped, Annotations annotations, Place place) {
    Wrapping wrapping = wrapped.wrapping();
    if (wrapping == Wrapping.NONE) {
      return reading.types().value(wrapped.type(), annotations, place);
    }
    List<ConstraintModel> outside = reading.constraints(annotations, place);
    Optional<ScalarKind> primitive = wrapping.primitive();
    if (primitive.isPresent()) {
      JavaType javaType = new JavaType.Primitive(primitive.get().keyword());
      return new ValueModel(new TypeModel.Scalar(primitive.get(), javaType), outside);
    }
    for (ConstraintModel constraint : outside) {
      reading
          .report()
          .add(
              Problem.CONSTRAINT_NOT_APPLICABLE,
              constraint.origin(),
              constraint.name(),
              "an Optional",
              "Write Optional<@"
                  + constraint.name()
                  + " "
                  + JavaTypes.of(wrapped.type().type()).shortName()
                  + ">.");
    }
    return reading.types().value(wrapped.type(), wrapped.type().annotations(), place);
  }
}
