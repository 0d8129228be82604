package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.AnnotationNames;
import dev.parlando.processor.model.JavaType.ClassType;
import dev.parlando.processor.model.Origin;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.ToolSetModel.ProfileModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Reads an annotated class. */
public final class ToolSetReader {

  private final Lang lang;
  private final Report report;
  private final Docs docs;
  private @Nullable Origin current;

  /**
   * Reads one class of a program.
   *
   * @param report takes what is wrong with it
   */
  public ToolSetReader(Lang lang, Sources sources, Report report) {
    this.lang = lang;
    this.report = report;
    this.docs = new Docs(lang, sources, report);
  }

  /**
   * Reads the class.
   *
   * @throws UnresolvedTypeException if a type that it needs is not there yet
   */
  public ToolSetModel read(TypeElement agent) {
    Reading arguments = new Reading(lang, report, docs, Reading.Purpose.ARGUMENTS, agent);
    Reading results = new Reading(lang, report, docs, Reading.Purpose.RESULTS, agent);
    ToolReader reader = new ToolReader(lang, report, arguments, new ResultReader(results));
    ClassType name = JavaTypes.of(agent);
    Place place = Place.of(agent, name.nestedName());
    checkUsable(agent, place);
    Set<String> holders = new HashSet<>();
    List<ToolModel> tools = new ArrayList<>();
    for (ExecutableElement method : ToolMethods.of(lang, docs, agent)) {
      current = origin(agent, method);
      ClassType holder = holder(name, method, holders);
      try {
        Optional<ToolModel> tool = reader.read((DeclaredType) agent.asType(), method, holder);
        if (tool.isPresent()) {
          tools.add(tool.get());
        }
      } catch (UnresolvedTypeException e) {
        throw e.usedBy(method);
      }
    }
    current = null;
    return new ToolSetModel(
        name,
        Reading.isPublic(agent),
        profile(agent, place),
        tools,
        arguments.table(),
        results.table(),
        place.origin());
  }

  /** Where the reader was when it failed, if it had come to a method. */
  public Optional<Origin> current() {
    return Optional.ofNullable(current);
  }

  /** The top-level types of which {@link KeptFacts} are for later builds. */
  public Set<TypeElement> typesToKeep() {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (TypeElement type : docs.fromSource().keySet()) {
      types.add(Lang.outermost(type));
    }
    return types;
  }

  /** Whether a class has tools only for those that extend it and say what its types are. */
  public static boolean isTemplate(TypeElement type) {
    boolean isAbstract = type.getModifiers().contains(Modifier.ABSTRACT);
    return isAbstract && !type.getTypeParameters().isEmpty();
  }

  /** Whether other classes may inherit the tools that stand in a class. */
  public static boolean isHeritable(TypeElement type) {
    return !type.getModifiers().contains(Modifier.FINAL) && !ToolMethods.declaredIn(type).isEmpty();
  }

  /**
   * The template that a class has tools of, although it has no annotation that would say so.
   *
   * @throws UnresolvedTypeException if a type is not there that the class extends
   */
  public static Optional<TypeElement> templateOf(Lang lang, TypeElement type) {
    return ToolMethods.templateOf(lang, type);
  }

  /** Whether a class was made by this processor. */
  public static boolean isGenerated(TypeElement type) {
    return Reading.hasAnnotation(type, AnnotationNames.GENERATED);
  }

  /** The place of a class. */
  public static Origin origin(TypeElement agent) {
    return Place.of(agent, JavaTypes.of(agent).nestedName()).origin();
  }

  private static Origin origin(TypeElement agent, ExecutableElement method) {
    String name = JavaTypes.of(agent).nestedName() + "." + method.getSimpleName();
    return Place.of(method, name).on(agent).origin();
  }

  private void checkUsable(TypeElement agent, Place place) {
    if (!agent.getTypeParameters().isEmpty()) {
      report.add(
          Problem.TOOL_CLASS_UNSUPPORTED,
          place.origin(),
          agent.getSimpleName(),
          "generic",
          "a class without type parameters");
    }
    for (TypeElement each : Lang.nesting(agent)) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        report.add(
            Problem.TOOL_CLASS_UNSUPPORTED,
            place.origin(),
            agent.getSimpleName(),
            each.equals(agent) ? "private" : "inside of a private class",
            "visible in its package");
      }
    }
  }

  private Optional<ProfileModel> profile(TypeElement agent, Place place) {
    Optional<Annotation> agentAnnotation =
        Annotations.of(lang, agent).find(AnnotationNames.VOICE_AGENT);
    if (agentAnnotation.isEmpty()) {
      return Optional.empty();
    }
    Annotation it = agentAnnotation.get();
    return Optional.of(
        new ProfileModel(
            it.text("instructions"), it.text("voice"), it.text("model"), place.origin(it)));
  }

  /** A name for the class that holds a method's plain parameters. */
  private static ClassType holder(ClassType agent, ExecutableElement method, Set<String> taken) {
    String name = method.getSimpleName().toString();
    String base = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Arguments";
    String free = base;
    for (int i = 2; !taken.add(free); i++) {
      free = base + i;
    }
    String generated = String.join("_", agent.simpleNames()) + "Tools";
    return new ClassType(agent.packageName(), List.of(generated, free), List.of());
  }
}
