package dev.parlando.examples.benchmarks.parlando;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Hands the classes of {@link Compile} to the compiler without reading or rendering anything, as
 * the least that a processor of them can cost.
 */
@SupportedAnnotationTypes("dev.parlando.Tool")
public final class CopyProcessor extends AbstractProcessor {

  /** For the compiler. */
  public CopyProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element method : round.getElementsAnnotatedWith(annotation)) {
        copy(Objects.requireNonNull(method.getEnclosingElement()));
      }
    }
    return false;
  }

  private void copy(Element agent) {
    String name = agent.getSimpleName().toString();
    try (Writer writer =
        processingEnv.getFiler().createSourceFile("bench." + name + "Tools", agent).openWriter()) {
      writer.write(Compile.generated().replace("Desk0", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
