package dev.parlando.processor;

import com.google.auto.service.AutoService;
import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.discover.DiagnosticPrinter;
import dev.parlando.processor.discover.KeptFacts;
import dev.parlando.processor.discover.Lang;
import dev.parlando.processor.discover.Sources;
import dev.parlando.processor.discover.ToolSetReader;
import dev.parlando.processor.discover.UnresolvedTypeException;
import dev.parlando.processor.model.AnnotationNames;
import dev.parlando.processor.model.Origin;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.render.DefinitionsRenderer;
import dev.parlando.processor.server.TargetRules;
import dev.parlando.processor.server.Targets;
import dev.parlando.processor.validate.Rules;
import dev.parlando.processor.write.GeneratedFiles;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Generates, for each class with {@code @Tool} methods or {@code @VoiceAgent}, the class that
 * implements its {@code ToolSet} and a resource with the definitions for review.
 *
 * <p>It goes in six steps: <i>discover</i> reads elements into the <i>model</i>, <i>validate</i>
 * checks it, <i>render</i> makes text of it, <i>server</i> reports which servers would refuse that,
 * <i>write</i> stores it. A class of which a type is not there yet waits for the next round;
 * nothing of one class touches another, so incremental builds may process each alone.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({
  AnnotationNames.TOOL,
  AnnotationNames.VOICE_AGENT,
  AnnotationNames.DEFAULT_VALUE,
  AnnotationNames.DESCRIBE,
  AnnotationNames.GENERATED,
  AnnotationNames.SENSITIVE
})
@SupportedOptions({ParlandoProcessor.DEBUG, ParlandoProcessor.TARGETS})
public final class ParlandoProcessor extends AbstractProcessor {

  /** With this option, the stack trace of a failure of the processor itself is printed. */
  static final String DEBUG = "parlando.debug";

  /** The servers that the tools are for, by their names, with commas. */
  static final String TARGETS = "parlando.targets";

  /** The classes that wait for a type. Elements don't outlive their round. */
  private final Set<ClassName> waiting = new TreeSet<>();

  /** The names of the top-level types that are compiled from source. */
  private final Set<String> topLevelTypes = new TreeSet<>();

  /** The top-level types of which later builds need to know something. */
  private final Set<ClassName> kept = new TreeSet<>();

  private @Nullable GeneratedFiles files;

  /** For the compiler, which finds this class as a service. */
  public ParlandoProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  // Unclaimed annotations are a warning, which would fail the builds of those who use -Werror.
  @SuppressWarnings("DoNotClaimAnnotations")
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      topLevelTypes.add(root.toString());
    }
    Map<ClassName, TypeElement> agents = new TreeMap<>();
    for (ClassName name : waiting) {
      agents.put(name, name.find(processingEnv.getElementUtils()));
    }
    waiting.clear();
    for (TypeElement annotation : annotations) {
      String name = annotation.getQualifiedName().toString();
      if (name.equals(AnnotationNames.TOOL) || name.equals(AnnotationNames.VOICE_AGENT)) {
        for (Element each : round.getElementsAnnotatedWith(annotation)) {
          TypeElement agent = agent(each);
          agents.put(ClassName.of(agent, processingEnv.getElementUtils()), agent);
        }
      }
    }
    for (Map.Entry<ClassName, TypeElement> agent : agents.entrySet()) {
      TypeElement declared = agent.getKey().find(processingEnv.getElementUtils());
      if (declared == null) {
        refuseNameless(agent.getValue());
        continue;
      }
      if (!ToolSetReader.isTemplate(declared)) {
        process(declared, round.processingOver());
      }
      if (ToolSetReader.isHeritable(declared)) {
        kept.add(ClassName.of(Lang.outermost(declared), processingEnv.getElementUtils()));
      }
    }
    warnOfUnannotated(
        lang(), ElementFilter.typesIn(round.getRootElements()), new HashSet<>(agents.values()));
    if (round.processingOver() && !round.errorRaised()) {
      for (ClassName name : kept) {
        keep(Objects.requireNonNull(name.find(processingEnv.getElementUtils()), name::name));
      }
    }
    return true;
  }

  /** The class to which an annotation on it, or on a method in it, belongs. */
  private static TypeElement agent(Element annotated) {
    return annotated instanceof TypeElement type ? type : Lang.typeAround(annotated);
  }

  private Lang lang() {
    return new Lang(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), topLevelTypes);
  }

  /** The methods of a source file without a class are in one that code can't name. */
  private void refuseNameless(TypeElement type) {
    Report report = new Report();
    report.add(
        Problem.TOOL_CLASS_UNSUPPORTED,
        ToolSetReader.origin(type),
        type.getSimpleName(),
        "a source file without a class",
        "a class with a name");
    print(report);
  }

  /** A class without annotation may inherit tools for which no class is generated. */
  private void warnOfUnannotated(
      Lang lang, Collection<TypeElement> types, Set<TypeElement> agents) {
    for (TypeElement type : types) {
      boolean isConcrete =
          type.getKind().isClass() && !type.getModifiers().contains(Modifier.ABSTRACT);
      if (isConcrete && !agents.contains(type)) {
        try {
          Optional<TypeElement> template = ToolSetReader.templateOf(lang, type);
          if (template.isPresent()) {
            warnOfUnannotated(type, template.get());
          }
        } catch (UnresolvedTypeException e) {
          // The compiler will say that it is missing, unless it comes in a later round.
          continue;
        }
      }
      warnOfUnannotated(lang, ElementFilter.typesIn(type.getEnclosedElements()), agents);
    }
  }

  private void warnOfUnannotated(TypeElement type, TypeElement template) {
    Report report = new Report();
    report.add(
        Problem.TOOL_CLASS_UNANNOTATED, ToolSetReader.origin(type), template.getSimpleName());
    print(report);
  }

  private void print(Report report) {
    print(report, new Sources(lang(), processingEnv.getFiler()));
  }

  private void print(Report report, Sources sources) {
    // Most often there is nothing, and a printer would only be loaded.
    if (!report.isEmpty()) {
      new DiagnosticPrinter(processingEnv.getMessager(), sources).print(report);
    }
  }

  private void process(TypeElement agent, boolean lastRound) {
    Lang lang = lang();
    Sources sources = new Sources(lang, processingEnv.getFiler());
    Report report = new Report();
    ToolSetReader reader = new ToolSetReader(lang, sources, report);
    try {
      ToolSetModel model = reader.read(agent);
      Rules.check(model, report);
      DefinitionsRenderer definitions = new DefinitionsRenderer(model);
      if (!report.hasErrors()) {
        Targets targets = Targets.of(processingEnv.getOptions().get(TARGETS));
        new TargetRules(targets, model, definitions).check(report);
      }
      write(agent, model, definitions, report);
      for (TypeElement type : reader.typesToKeep()) {
        kept.add(ClassName.of(type, processingEnv.getElementUtils()));
      }
    } catch (UnresolvedTypeException e) {
      waiting.add(ClassName.of(agent, processingEnv.getElementUtils()));
      // Whatever was found so far will be found again.
      report.clear();
      // Of a type that source refers to, the compiler itself reports that it is missing.
      boolean isOfSource = e.user().filter(sources::contains).isPresent();
      if (lastRound && !isOfSource) {
        report.add(Problem.TYPE_UNDEFINED, ToolSetReader.origin(agent), e.type());
      }
    } catch (IOException | RuntimeException | Error e) {
      reportFailure(e, reader.current().orElse(ToolSetReader.origin(agent)), report);
    }
    print(report, sources);
  }

  private void keep(TypeElement type) {
    Report report = new Report();
    try {
      files().write(new KeptFacts(lang(), type), type);
    } catch (UnresolvedTypeException e) {
      // The compiler itself will say that it is missing.
      return;
    } catch (IOException | RuntimeException | Error e) {
      reportFailure(e, ToolSetReader.origin(type), report);
    }
    print(report);
  }

  /**
   * Nothing that is thrown must leave the processor, an overflow of the stack as little as any
   * other: the compiler would print a stack trace.
   */
  private void reportFailure(Throwable thrown, Origin origin, Report report) {
    if (isOfCompiler(thrown)) {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    }
    report.add(Problem.PARLANDO_INTERNAL, origin, thrown.toString());
    if (processingEnv.getOptions().containsKey(DEBUG)) {
      thrown.printStackTrace();
    }
  }

  /** Whether a compiler throws it to stop on its own account, as for class files it can't read. */
  private static boolean isOfCompiler(Throwable thrown) {
    String name = thrown.getClass().getName();
    return !(thrown instanceof IOException)
        && (name.startsWith("com.sun.tools.javac.") || name.startsWith("org.eclipse.jdt."));
  }

  private GeneratedFiles files() {
    if (files == null) {
      files = new GeneratedFiles(processingEnv.getFiler());
    }
    return files;
  }

  private void write(
      TypeElement agent, ToolSetModel model, DefinitionsRenderer definitions, Report report)
      throws IOException {
    String name = model.generated().qualifiedName();
    TypeElement present = processingEnv.getElementUtils().getTypeElement(name);
    // What an earlier build generated is on the class path of an incremental one.
    boolean taken = present != null && !ToolSetReader.isGenerated(present);
    try {
      if (!taken) {
        files().write(model, definitions, agent, report.hasErrors());
      }
    } catch (FilerException e) {
      taken = true;
    }
    if (taken) {
      report.add(Problem.GENERATED_NAME_TAKEN, model.origin(), name, model.agent().qualifiedName());
    }
  }
}
