package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.UnionModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads sealed interfaces of records. */
final class UnionReader {

  private final Reading reading;

  UnionReader(Reading reading) {
    this.reading = reading;
  }

  /** Whether a type is a sealed interface; of nothing but records, if that is asked for. */
  static boolean isUnion(TypeElement type, boolean ofRecords) {
    return type.getKind() == ElementKind.INTERFACE
        && type.getModifiers().contains(Modifier.SEALED)
        && (!ofRecords
            || type.getPermittedSubclasses().stream()
                .map(permitted -> Lang.element((DeclaredType) permitted))
                .allMatch(each -> each.getKind() == ElementKind.RECORD || isUnion(each, true)));
  }

  /**
   * The names of the types that a sealed interface permits, as they are declared. Without a {@code
   * permits} clause compilers list them in the order in which they happened to come across them.
   */
  static List<String> declarationOrder(TypeElement union) {
    return union.getPermittedSubclasses().stream()
        .map(permitted -> Lang.element((DeclaredType) permitted))
        .sorted(
            Comparator.comparing((TypeElement type) -> String.valueOf(type.getEnclosingElement()))
                .thenComparing(type -> Lang.indexInside(type))
                .thenComparing(type -> type.getQualifiedName().toString()))
        .map(type -> type.getQualifiedName().toString())
        .toList();
  }

  /** The types that a sealed interface permits, in that order. */
  private List<TypeElement> permitted(TypeElement union, Place place) {
    List<String> kept = reading.docs().of(union, place).order();
    List<TypeElement> permitted = new ArrayList<>();
    for (TypeMirror each : union.getPermittedSubclasses()) {
      permitted.add(Lang.element((DeclaredType) each));
    }
    if (reading.lang().isSource(union) || !kept.isEmpty()) {
      List<String> order = kept.isEmpty() ? declarationOrder(union) : kept;
      permitted.sort(
          Comparator.comparing(type -> order.indexOf(type.getQualifiedName().toString())));
    }
    return permitted;
  }

  UnionModel read(String id, DeclaredType type, Place place) {
    TypeElement element = reading.lang().declaration(type);
    Annotations annotations = Annotations.of(reading.lang(), element);
    JacksonWarnings warnings = reading.jacksonWarnings();
    warnings.of(annotations, JacksonWarnings.Target.UNION, place.on(element));
    warnings.ofTypeInfo(annotations, place.on(element));
    String tag = JacksonNames.tag(reading.lang(), element);
    Map<String, DeclaredType> records = new LinkedHashMap<>();
    collect(type, element, records, place);
    if (records.isEmpty()) {
      reading.report().add(Problem.UNION_EMPTY, place.origin(), JavaTypes.of(type).shortName());
    }
    List<UnionModel.Variant> variants = new ArrayList<>();
    records.forEach(
        (name, each) -> {
          TypeModel.Declared variant = reading.variant(each, tag, name, place);
          variants.add(new UnionModel.Variant(name, variant));
        });
    return new UnionModel(
        id,
        JavaTypes.of(type),
        JacksonNames.typeDescription(reading, element, place),
        tag,
        variants,
        place.origin());
  }

  /** The records of a sealed interface, and of those it permits, by the name they go by. */
  private void collect(
      DeclaredType root, TypeElement union, Map<String, DeclaredType> records, Place place) {
    Map<String, String> names =
        JacksonNames.variantNames(reading.lang(), reading.lang().declaration(root));
    for (TypeElement variant : permitted(union, place)) {
      boolean isRecord = variant.getKind() == ElementKind.RECORD;
      if (variant.getModifiers().contains(Modifier.SEALED) && !isRecord) {
        collect(root, variant, records, place);
      } else if (isRecord && variant.getTypeParameters().isEmpty()) {
        if (!isPossible(variant, root)) {
          // It fixes the interface's type arguments otherwise.
          continue;
        }
        if (!reading.isAccessible(variant)) {
          String hidden = JavaTypes.of(variant).shortName();
          reading.report().add(Problem.TYPE_NOT_ACCESSIBLE, place.origin(), hidden);
        }
        String qualifiedName = variant.getQualifiedName().toString();
        String name =
            Optional.ofNullable(names.get(qualifiedName))
                .orElseGet(() -> JacksonNames.variantName(reading.lang(), variant));
        DeclaredType before = records.put(name, (DeclaredType) variant.asType());
        // A record may be reached through more than one interface.
        if (before != null && !Lang.element(before).equals(variant)) {
          reading.report().add(Problem.PROPERTY_NAME_DUPLICATE, place.origin(), name);
        }
      } else {
        reading
            .report()
            .add(
                Problem.VARIANT_UNSUPPORTED,
                place.origin(),
                JavaTypes.of(Lang.element(root)).shortName(),
                JavaTypes.of(variant).shortName());
      }
    }
  }

  private boolean isPossible(TypeElement variant, DeclaredType root) {
    return root.getTypeArguments().isEmpty()
        || reading.lang().types().isSubtype(variant.asType(), root);
  }
}
