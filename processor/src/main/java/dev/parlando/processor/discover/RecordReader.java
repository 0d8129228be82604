package dev.parlando.processor.discover;

import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.JavaType.ClassType;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.WrapperModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Reads records. */
final class RecordReader {

  private final Reading reading;

  RecordReader(Reading reading) {
    this.reading = reading;
  }

  DeclaredModel read(String id, TypeTree type, Place place) {
    TypeElement element = declaration(type);
    List<? extends RecordComponentElement> components = element.getRecordComponents();
    if (components.size() == 1 && JacksonNames.isValue(reading.lang(), components.get(0))) {
      return wrapper(id, type, components.get(0), place);
    }
    return read(id, type, Optional.empty(), place);
  }

  DeclaredModel readVariant(String id, TypeTree type, String tag, String name, Place place) {
    return read(id, type, Optional.of(new RecordModel.Tag(tag, name)), place);
  }

  private RecordModel read(String id, TypeTree type, Optional<RecordModel.Tag> tag, Place place) {
    TypeElement element = declaration(type);
    ClassType javaType = JavaTypes.of((DeclaredType) type.type());
    warnOfJackson(element, place);
    List<PropertyModel> properties = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      properties.add(reading.properties().component(type, component, place));
    }
    String description = JacksonNames.typeDescription(reading, element, place);
    return new RecordModel(
        id,
        javaType,
        description,
        properties,
        constraints(element, place),
        tag,
        true,
        place.origin());
  }

  private void warnOfJackson(TypeElement element, Place place) {
    String advice = "It is for the only component of a record.";
    reading.jacksonWarnings().of(element, JacksonWarnings.Target.RECORD, advice, place);
    // On a component it stands on the accessor too, unless that is written out.
    for (Element member : element.getEnclosedElements()) {
      if (member.getKind() == ElementKind.FIELD) {
        Annotations annotations = Annotations.of(reading.lang(), member);
        reading.jacksonWarnings().ofValue(annotations, advice, place.on(member));
      }
    }
  }

  private TypeElement declaration(TypeTree type) {
    return reading.lang().declaration((DeclaredType) type.type());
  }

  /** The constraints on the record itself, and on methods that check more than one component. */
  private List<ConstraintModel> constraints(TypeElement type, Place place) {
    List<ConstraintModel> constraints =
        new ArrayList<>(reading.constraints(Annotations.of(reading.lang(), type), place.on(type)));
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (!Lang.isAccessor(method, type.getRecordComponents())) {
        Annotations annotations = Annotations.of(reading.lang(), method);
        for (ConstraintModel each : reading.constraints(annotations, place.on(method))) {
          constraints.add(new ConstraintModel.Custom(each.name(), each.message(), each.origin()));
        }
      }
    }
    return constraints;
  }

  private WrapperModel wrapper(
      String id, TypeTree type, RecordComponentElement component, Place place) {
    TypeElement element = declaration(type);
    Annotations annotations = Annotations.of(reading.lang(), element);
    reading.jacksonWarnings().of(annotations, JacksonWarnings.Target.RECORD, place.on(element));
    PropertyModel property = reading.properties().component(type, component, place);
    return new WrapperModel(
        id,
        JavaTypes.of((DeclaredType) type.type()),
        JacksonNames.typeDescription(reading, element, place),
        property.javaName(),
        property.value(),
        property.sensitive(),
        place.origin());
  }
}
