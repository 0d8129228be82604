package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.AnnotationNames;
import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.JavaType.ClassType;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolModel.Parameter;
import dev.parlando.processor.model.ToolModel.PolicyModel;
import dev.parlando.processor.model.ToolModel.Source;
import dev.parlando.processor.model.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads methods. */
final class ToolReader {

  private static final String CONTEXT = "dev.parlando.tool.ToolContext";

  private final Lang lang;
  private final Report report;
  private final Reading arguments;
  private final ResultReader results;

  ToolReader(Lang lang, Report report, Reading arguments, ResultReader results) {
    this.lang = lang;
    this.report = report;
    this.arguments = arguments;
    this.results = results;
  }

  /**
   * Reads one method; empty if too little is known of it.
   *
   * @param owner the annotated class
   * @param holder what a class for the method's plain parameters is named
   */
  Optional<ToolModel> read(DeclaredType owner, ExecutableElement method, ClassType holder) {
    String name = method.getSimpleName().toString();
    TypeElement agent = Lang.element(owner);
    // Compilers have no position for what comes from a class file.
    Element subject = lang.isSource(method) ? method : agent;
    Place place = Place.of(subject, JavaTypes.of(owner).nestedName() + "." + name);
    Annotations annotations = Annotations.of(lang, method);
    Annotation tool = annotations.find(AnnotationNames.TOOL).orElseThrow();
    MethodFacts facts = arguments.docs().of(method, agent);
    String description = description(tool, annotations, facts);
    if (isLost(method, description, place)) {
      return Optional.empty();
    }
    arguments.jacksonWarnings().of(annotations, JacksonWarnings.Target.TOOL, place);
    checkCallable(owner, method, place);
    ExecutableType type = (ExecutableType) lang.types().asMemberOf(owner, method);
    List<Parameter> parameters = parameters(method, facts);
    return Optional.of(
        new ToolModel(
            tool.text("name").isEmpty() ? SnakeCase.of(name) : tool.text("name"),
            name,
            method.getModifiers().contains(Modifier.STATIC),
            description,
            parameters,
            arguments(method, type, parameters, facts, holder, place),
            results.read(type.getReturnType(), place),
            policy(tool, annotations, place),
            place.origin()));
  }

  private static String description(Annotation tool, Annotations annotations, MethodFacts facts) {
    return tool.text("value").isEmpty()
        ? JacksonNames.propertyDescription(annotations, facts.description())
        : tool.text("value");
  }

  /** Whether a class file lacks what the definition of a tool needs. */
  private boolean isLost(ExecutableElement method, String description, Place place) {
    TypeElement type = Lang.typeAround(method);
    if (arguments.docs().knowsToolsOf(type)) {
      return false;
    }
    String name = JavaTypes.of(type).shortName();
    boolean isNameless = false;
    boolean isDescribed = true;
    for (VariableElement parameter : properties(method)) {
      Annotations annotations = Annotations.of(lang, parameter);
      isNameless |= isNameless(parameter) && JacksonNames.property(annotations).isEmpty();
      isDescribed &= !JacksonNames.propertyDescription(annotations, "").isEmpty();
    }
    if (isNameless || description.isEmpty()) {
      String what = isNameless ? "the names of its parameters" : "its Javadoc";
      report.add(Problem.INHERITED_TOOL_LOST, place.origin(), name, what);
      return true;
    }
    if (!isDescribed) {
      report.add(Problem.DESCRIPTION_LOST, place.origin(), name);
    }
    if (arguments.docs().losesTypeAnnotations(type)) {
      report.add(Problem.TYPE_ANNOTATIONS_LOST, place.origin(), name);
    }
    return false;
  }

  /** The parameters that the model sets one by one. */
  private List<VariableElement> properties(ExecutableElement method) {
    List<VariableElement> visible = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      if (!isContext(parameter)) {
        visible.add(parameter);
      }
    }
    return visible.size() == 1 && isRecord(visible.get(0)) ? List.of() : visible;
  }

  /** Whether a parameter's name is one that compilers make up. */
  private static boolean isNameless(VariableElement parameter) {
    return parameter.getSimpleName().toString().matches("(arg|param)\\d+");
  }

  private PolicyModel policy(Annotation tool, Annotations annotations, Place place) {
    return new PolicyModel(
        tool.text("effect"),
        limit(tool, "timeoutMillis", 0, place),
        tool.flag("sequential"),
        annotations.has(AnnotationNames.SENSITIVE),
        limit(tool, "maxConcurrent", 0, place),
        limit(tool, "maxCorrections", -1, place),
        limit(tool, "maxOutputChars", 0, place),
        tool.flag("reply"),
        tool.flag("interruptible"));
  }

  private long limit(Annotation tool, String name, long least, Place place) {
    long limit = tool.number(name);
    if (limit < least) {
      report.add(Problem.TOOL_LIMIT_INVALID, place.origin(), name, limit, least);
    }
    return limit;
  }

  private void checkCallable(DeclaredType owner, ExecutableElement method, Place place) {
    boolean samePackage =
        lang.elements()
            .getPackageOf(method)
            .equals(lang.elements().getPackageOf(owner.asElement()));
    boolean visible = samePackage || method.getModifiers().contains(Modifier.PUBLIC);
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      refuse(place, "private", "Make it visible in its package.");
    } else if (!visible) {
      refuse(place, "hidden in another package", "Make it public.");
    }
    if (!method.getTypeParameters().isEmpty()) {
      refuse(place, "generic", "Name the types.");
    }
    for (TypeMirror thrown : method.getThrownTypes()) {
      if (Reading.isNamed(thrown, "java.lang.Throwable")) {
        refuse(place, "declared to throw Throwable", "Declare Exception at most.");
      }
    }
  }

  private void refuse(Place place, String what, String advice) {
    report.add(Problem.TOOL_METHOD_UNSUPPORTED, place.origin(), what, advice);
  }

  private List<Parameter> parameters(ExecutableElement method, MethodFacts facts) {
    List<VariableElement> properties = properties(method);
    List<Parameter> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      Source source =
          isContext(parameter)
              ? Source.CONTEXT
              : properties.contains(parameter) ? Source.PROPERTY : Source.ARGUMENTS;
      parameters.add(new Parameter(facts.parameters().get(parameters.size()).name(), source));
    }
    return parameters;
  }

  private static boolean isContext(VariableElement parameter) {
    return Reading.isNamed(parameter.asType(), CONTEXT);
  }

  /** Whether a parameter can stand for all arguments: a record that travels as an object. */
  private boolean isRecord(VariableElement parameter) {
    if (!(parameter.asType() instanceof DeclaredType type)) {
      return false;
    }
    TypeElement element = Lang.element(type);
    return element.getKind() == ElementKind.RECORD && !isWrapper(element);
  }

  private boolean isWrapper(TypeElement type) {
    for (RecordComponentElement component : type.getRecordComponents()) {
      if (JacksonNames.isValue(lang, component)) {
        return true;
      }
    }
    return false;
  }

  private TypeModel.Declared arguments(
      ExecutableElement method,
      ExecutableType type,
      List<Parameter> parameters,
      MethodFacts facts,
      ClassType holder,
      Place place) {
    List<PropertyModel> properties = new ArrayList<>();
    boolean hasContext = false;
    for (int i = 0; i < parameters.size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      TypeMirror parameterType = type.getParameterTypes().get(i);
      switch (parameters.get(i).source()) {
        case ARGUMENTS -> {
          Place at = place.at(parameter, parameters.get(i).name());
          warnOfConstraints(parameter, at);
          TypeModel read =
              arguments
                  .types()
                  .value(TypeTree.of(lang, parameterType), Annotations.NONE, at)
                  .type();
          return read instanceof TypeModel.Declared declared ? declared : none(holder, place);
        }
        case PROPERTY ->
            properties.add(
                arguments
                    .properties()
                    .parameter(parameter, parameterType, facts.parameters().get(i), place));
        case CONTEXT -> {
          if (hasContext) {
            report.add(
                Problem.TOOL_CONTEXT_TWICE, place.at(parameter, parameters.get(i).name()).origin());
          }
          hasContext = true;
        }
      }
    }
    return holder(holder, properties, place);
  }

  /** All arguments as a whole are always there; what else could be said of them is not checked. */
  private void warnOfConstraints(VariableElement parameter, Place place) {
    for (ConstraintModel each : arguments.constraints(Annotations.of(lang, parameter), place)) {
      report.add(Problem.CONSTRAINT_UNCHECKED, each.origin(), each.name());
    }
  }

  private TypeModel.Declared none(ClassType holder, Place place) {
    return holder(holder, List.of(), place);
  }

  private TypeModel.Declared holder(ClassType holder, List<PropertyModel> properties, Place place) {
    arguments.add(
        new RecordModel(
            holder.toString(),
            holder,
            "",
            properties,
            List.of(),
            Optional.empty(),
            false,
            place.origin()));
    return new TypeModel.Declared(holder.toString(), holder);
  }
}
