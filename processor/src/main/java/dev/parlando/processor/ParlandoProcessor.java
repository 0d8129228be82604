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
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.validate.Rules;
import dev.parlando.processor.write.GeneratedFiles;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Generates, for each class with {@code @Tool} methods or {@code @VoiceAgent}, the class that
 * implements its {@code ToolSet} and a resource with the definitions for review.
 *
 * <p>It goes in five steps: <i>discover</i> reads elements into the <i>model</i>, <i>validate</i>
 * checks it, <i>render</i> makes text of it, <i>write</i> stores that. A class of which a type is
 * not there yet waits for the next round; nothing of one class touches another, so incremental
 * builds may process each alone.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({
  ParlandoProcessor.TOOL,
  ParlandoProcessor.VOICE_AGENT,
  "dev.parlando.DefaultValue",
  "dev.parlando.Describe",
  "dev.parlando.Generated",
  "dev.parlando.Sensitive"
})
@SupportedOptions(ParlandoProcessor.DEBUG)
public final class ParlandoProcessor extends AbstractProcessor {

  static final String TOOL = "dev.parlando.Tool";
  static final String VOICE_AGENT = "dev.parlando.VoiceAgent";

  /** With this option, the stack trace of a failure of the processor itself is printed. */
  static final String DEBUG = "parlando.debug";

  /** The names of classes that wait for a type. Elements don't outlive their round. */
  private final Set<String> waiting = new TreeSet<>();

  /** The names of the top-level types that are compiled from source. */
  private final Set<String> topLevelTypes = new TreeSet<>();

  /** The names of the top-level types of which later builds need to know something. */
  private final Set<String> kept = new TreeSet<>();

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
    round.getRootElements().forEach(root -> topLevelTypes.add(root.toString()));
    Set<String> agents = new TreeSet<>(waiting);
    waiting.clear();
    for (TypeElement annotation : annotations) {
      String name = annotation.getQualifiedName().toString();
      if (name.equals(TOOL) || name.equals(VOICE_AGENT)) {
        round.getElementsAnnotatedWith(annotation).forEach(each -> agents.add(agent(each)));
      }
    }
    for (String agent : agents) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(agent);
      if (!ToolSetReader.isTemplate(type)) {
        process(type, round.processingOver());
      }
    }
    if (round.processingOver() && !round.errorRaised()) {
      kept.forEach(name -> keep(processingEnv.getElementUtils().getTypeElement(name)));
    }
    return true;
  }

  /** The name of the class to which an annotation on it, or on a method in it, belongs. */
  private static String agent(Element annotated) {
    Element type = annotated instanceof TypeElement ? annotated : annotated.getEnclosingElement();
    return String.valueOf(type);
  }

  private void process(TypeElement agent, boolean lastRound) {
    Lang lang = new Lang(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
    Sources sources = new Sources(lang, processingEnv.getFiler(), topLevelTypes);
    Report report = new Report();
    try {
      ToolSetReader reader = new ToolSetReader(lang, sources, report);
      ToolSetModel model = reader.read(agent);
      Rules.check(model, report);
      write(agent, model, report);
      reader.typesToKeep().forEach(type -> kept.add(type.getQualifiedName().toString()));
    } catch (UnresolvedTypeException e) {
      waiting.add(agent.getQualifiedName().toString());
      // Whatever was found so far will be found again.
      report.clear();
      // Of a type that source refers to, the compiler itself says that it is missing.
      if (lastRound && e.user().isPresent() && !sources.contains(e.user().get())) {
        report.add(Problem.TYPE_UNDEFINED, ToolSetReader.origin(agent), e.type());
      }
    } catch (IOException | RuntimeException e) {
      reportFailure(e, agent, report);
    }
    new DiagnosticPrinter(processingEnv.getMessager(), sources).print(report);
  }

  private void keep(TypeElement type) {
    Lang lang = new Lang(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
    Report report = new Report();
    try {
      files().write(new KeptFacts(lang, type), type);
    } catch (UnresolvedTypeException e) {
      // The compiler itself will say that it is missing.
      return;
    } catch (IOException | RuntimeException e) {
      reportFailure(e, type, report);
    }
    Sources sources = new Sources(lang, processingEnv.getFiler(), topLevelTypes);
    new DiagnosticPrinter(processingEnv.getMessager(), sources).print(report);
  }

  /** An exception must not leave the processor: the compiler would print a stack trace. */
  private void reportFailure(Exception e, TypeElement type, Report report) {
    if (isOfCompiler(e)) {
      throw (RuntimeException) e;
    }
    report.add(Problem.PARLANDO_INTERNAL, ToolSetReader.origin(type), e.toString());
    if (processingEnv.getOptions().containsKey(DEBUG)) {
      e.printStackTrace();
    }
  }

  /** Whether a compiler throws it to stop on its own account, as for class files it can't read. */
  private static boolean isOfCompiler(Exception e) {
    String name = e.getClass().getName();
    return e instanceof RuntimeException
        && (name.startsWith("com.sun.tools.javac.") || name.startsWith("org.eclipse.jdt."));
  }

  private GeneratedFiles files() {
    if (files == null) {
      files = new GeneratedFiles(processingEnv.getFiler());
    }
    return files;
  }

  private void write(TypeElement agent, ToolSetModel model, Report report) throws IOException {
    String name = model.generated().qualifiedName();
    TypeElement present = processingEnv.getElementUtils().getTypeElement(name);
    // What an earlier build generated is on the class path of an incremental one.
    boolean taken = present != null && !ToolSetReader.isGenerated(present);
    try {
      if (!taken) {
        files().write(model, agent, report.hasErrors());
      }
    } catch (FilerException e) {
      taken = true;
    }
    if (taken) {
      report.add(Problem.GENERATED_NAME_TAKEN, model.origin(), name, model.agent().qualifiedName());
    }
  }
}
