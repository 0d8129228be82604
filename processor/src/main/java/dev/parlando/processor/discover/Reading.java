package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.EnumModel;
import dev.parlando.processor.model.JavaType.ClassType;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.TypeTable;
import dev.parlando.processor.model.WrapperModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The reading of all types that the arguments of one class's tools are made of, or their results.
 * Its readers share it.
 */
final class Reading {

  /** What types are read for. */
  enum Purpose {
    /** Every type must be known. */
    ARGUMENTS,
    /** A type that isn't known is left to jackson-databind. */
    RESULTS
  }

  private final Lang lang;
  private final Report report;
  private final Docs docs;
  private final Purpose purpose;
  private final PackageElement from;
  private final TypeReader types = new TypeReader(this);
  private final PropertyReader properties = new PropertyReader(this);
  private final ConstraintReader constraints = new ConstraintReader(this);
  private final JacksonWarnings jacksonWarnings = new JacksonWarnings(this);

  /** A type that is still being read has no model yet. */
  private final Map<String, Optional<DeclaredModel>> declared = new LinkedHashMap<>();

  Reading(Lang lang, Report report, Docs docs, Purpose purpose, TypeElement toolClass) {
    this.lang = lang;
    this.report = report;
    this.docs = docs;
    this.purpose = purpose;
    this.from = lang.elements().getPackageOf(toolClass);
  }

  Lang lang() {
    return lang;
  }

  Report report() {
    return report;
  }

  Docs docs() {
    return docs;
  }

  TypeReader types() {
    return types;
  }

  PropertyReader properties() {
    return properties;
  }

  JacksonWarnings jacksonWarnings() {
    return jacksonWarnings;
  }

  /** The constraints among annotations; results have none. */
  List<ConstraintModel> constraints(Annotations annotations, Place place) {
    return purpose == Purpose.ARGUMENTS ? constraints.read(annotations, place) : List.of();
  }

  /** Adds a type that is no element of the program. */
  void add(DeclaredModel model) {
    declared.put(model.id(), Optional.of(model));
  }

  /** Reads an enum, record or sealed interface, once. */
  TypeModel.Declared declared(TypeTree type, Place place) {
    boolean isMade = !isForResults() && kind(type) == ElementKind.RECORD;
    // Of a type with wildcards there are values, but no constructor.
    TypeTree whole = isMade ? type.withoutWildcards(lang) : type;
    ClassType javaType = JavaTypes.of((DeclaredType) whole.type());
    String id = javaType + whole.marks();
    if (!declared.containsKey(id)) {
      declared.put(id, Optional.empty());
      declared.put(id, Optional.of(read(id, whole, place)));
    }
    return new TypeModel.Declared(id, javaType);
  }

  private static ElementKind kind(TypeTree type) {
    return Lang.element((DeclaredType) type.type()).getKind();
  }

  private DeclaredModel read(String id, TypeTree type, Place place) {
    ElementKind kind = kind(type);
    try {
      if (kind == ElementKind.ENUM) {
        return new EnumReader(this).read(id, (DeclaredType) type.type(), place);
      }
      return kind == ElementKind.RECORD
          ? new RecordReader(this).read(id, type, place)
          : new UnionReader(this).read(id, (DeclaredType) type.type(), place);
    } catch (UnresolvedTypeException e) {
      throw e.usedBy(Lang.element((DeclaredType) type.type()));
    }
  }

  /** Reads a record as a variant of a sealed interface, which gives it one more property. */
  TypeModel.Declared variant(DeclaredType type, String tag, String name, Place place) {
    ClassType javaType = JavaTypes.of(type);
    String id = javaType + " " + tag + "=" + name;
    if (!declared.containsKey(id)) {
      declared.put(id, Optional.empty());
      TypeTree tree = TypeTree.of(lang, type);
      declared.put(id, Optional.of(new RecordReader(this).readVariant(id, tree, tag, name, place)));
    }
    return new TypeModel.Declared(id, javaType);
  }

  boolean isEnum(TypeModel.Declared type) {
    Optional<DeclaredModel> model = declared.getOrDefault(type.id(), Optional.empty());
    return model.isPresent() && model.get() instanceof EnumModel;
  }

  /** Whether values of a type are, or hold, records that stand for something sensitive. */
  boolean isSensitive(TypeModel type) {
    if (type instanceof TypeModel.Sequence sequence) {
      return isSensitive(sequence.element().type());
    } else if (type instanceof TypeModel.Mapping mapping) {
      return isSensitive(mapping.key()) || isSensitive(mapping.value().type());
    } else if (type instanceof TypeModel.Declared reference) {
      Optional<DeclaredModel> model = declared.getOrDefault(reference.id(), Optional.empty());
      return model.isPresent()
          && model.get() instanceof WrapperModel wrapper
          && (wrapper.sensitive() || isSensitive(wrapper.value().type()));
    }
    return false;
  }

  /** All types read; ask when everything has been read. */
  TypeTable table() {
    Map<String, DeclaredModel> models = new LinkedHashMap<>();
    for (Map.Entry<String, Optional<DeclaredModel>> each : declared.entrySet()) {
      models.put(each.getKey(), each.getValue().orElseThrow());
    }
    return new TypeTable(models);
  }

  boolean isForResults() {
    return purpose == Purpose.RESULTS;
  }

  /** Whether generated code, which stands beside the tool class, can name a type. */
  boolean isAccessible(TypeElement type) {
    boolean samePackage = lang.elements().getPackageOf(type).equals(from);
    boolean open = samePackage || isPublic(type);
    return open && !isHidden(type);
  }

  private static boolean isHidden(TypeElement type) {
    for (TypeElement each : Lang.nesting(type)) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether every package can name a type; members of interfaces are public without saying so. */
  static boolean isPublic(TypeElement type) {
    for (TypeElement each : Lang.nesting(type)) {
      boolean isOfInterface =
          each.getEnclosingElement() instanceof TypeElement around
              && around.getKind() == ElementKind.INTERFACE;
      if (!isOfInterface && !each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  void unsupported(String type, String advice, Place place) {
    if (purpose == Purpose.ARGUMENTS) {
      report.add(Problem.TOOL_PARAMETER_UNSUPPORTED, place.origin(), type, advice);
    } else {
      report.add(Problem.TOOL_RESULT_BY_DATABIND, place.origin(), type);
    }
  }

  /** Whether something has an annotation, of which nothing more is read. */
  static boolean hasAnnotation(AnnotatedConstruct construct, String qualifiedName) {
    for (AnnotationMirror mirror : construct.getAnnotationMirrors()) {
      if (isNamed(mirror.getAnnotationType(), qualifiedName)) {
        return true;
      }
    }
    return false;
  }

  /** A type of the program, by its qualified name. */
  static boolean isNamed(TypeMirror type, String qualifiedName) {
    return type instanceof DeclaredType declared
        && Lang.element(declared).getQualifiedName().contentEquals(qualifiedName);
  }
}
