package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
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
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads methods. */
final class ToolReader {

  static final String TOOL = "dev.parlando.Tool";
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
   * Reads one method.
   *
   * @param owner the annotated class
   * @param holder what a class for the method's plain parameters is named
   */
  ToolModel read(DeclaredType owner, ExecutableElement method, ClassType holder) {
    String name = method.getSimpleName().toString();
    Place place = Place.of(method, JavaTypes.of(owner).nestedName() + "." + name);
    Annotations annotations = Annotations.of(lang, method);
    Annotation tool = annotations.find(TOOL).orElseThrow();
    JavadocText doc = JavadocText.of(lang, method);
    checkCallable(owner, method, place);
    ExecutableType type = (ExecutableType) lang.types().asMemberOf(owner, method);
    List<Parameter> parameters = parameters(method);
    return new ToolModel(
        tool.text("name").isEmpty() ? SnakeCase.of(name) : tool.text("name"),
        name,
        method.getModifiers().contains(Modifier.STATIC),
        description(tool, annotations, doc),
        parameters,
        arguments(method, type, parameters, doc, holder, place),
        results.read(type.getReturnType(), place),
        policy(tool, annotations, place),
        place.origin());
  }

  private static String description(Annotation tool, Annotations annotations, JavadocText doc) {
    return tool.text("value").isEmpty()
        ? JacksonNames.propertyDescription(annotations, doc.description())
        : tool.text("value");
  }

  private PolicyModel policy(Annotation tool, Annotations annotations, Place place) {
    return new PolicyModel(
        tool.text("effect"),
        limit(tool, "timeoutMillis", 0, place),
        tool.flag("sequential"),
        annotations.has("dev.parlando.Sensitive"),
        limit(tool, "maxConcurrent", 0, place),
        limit(tool, "maxCorrections", -1, place),
        limit(tool, "maxOutputChars", 0, place),
        tool.flag("reply"));
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
    if (method.getThrownTypes().stream()
        .anyMatch(it -> Reading.isNamed(it, "java.lang.Throwable"))) {
      refuse(place, "declared to throw Throwable", "Declare Exception at most.");
    }
  }

  private void refuse(Place place, String what, String advice) {
    report.add(Problem.TOOL_METHOD_UNSUPPORTED, place.origin(), what, advice);
  }

  private List<Parameter> parameters(ExecutableElement method) {
    long visible = method.getParameters().stream().filter(it -> !isContext(it)).count();
    List<Parameter> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      Source source =
          isContext(parameter)
              ? Source.CONTEXT
              : visible == 1 && isRecord(parameter) ? Source.ARGUMENTS : Source.PROPERTY;
      parameters.add(new Parameter(parameter.getSimpleName().toString(), source));
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
    return element.getKind() == ElementKind.RECORD
        && element.getRecordComponents().stream()
            .noneMatch(component -> JacksonNames.isValue(lang, component));
  }

  private TypeModel.Declared arguments(
      ExecutableElement method,
      ExecutableType type,
      List<Parameter> parameters,
      JavadocText doc,
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
                    .parameter(
                        parameter,
                        parameterType,
                        doc.parameters().getOrDefault(parameters.get(i).name(), ""),
                        place));
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
    arguments
        .constraints(Annotations.of(lang, parameter), place)
        .forEach(each -> report.add(Problem.CONSTRAINT_UNCHECKED, each.origin(), each.name()));
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
