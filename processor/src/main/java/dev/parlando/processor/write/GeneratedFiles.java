package dev.parlando.processor.write;

import dev.parlando.processor.discover.KeptFacts;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.render.DefinitionsRenderer;
import dev.parlando.processor.render.ToolSetRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Stores the files of one compilation. Each has exactly one originating element, so that
 * incremental builds know what to make again and what to delete.
 */
public final class GeneratedFiles {

  private static final String DEFINITIONS = "META-INF/parlando/tools/";

  private final Filer filer;

  /** Stores files through a compiler. */
  public GeneratedFiles(Filer filer) {
    this.filer = filer;
  }

  /**
   * Stores the generated class and the definitions.
   *
   * @param definitions what was rendered of the model already
   * @param agent the annotated class
   * @param faulty whether the class can only be there, so that what refers to it compiles
   * @throws FilerException if another annotated class has made a class of that name
   */
  public void write(
      ToolSetModel model, DefinitionsRenderer definitions, TypeElement agent, boolean faulty)
      throws IOException {
    ToolSetRenderer renderer = new ToolSetRenderer(model, definitions);
    String source = faulty ? renderer.skeleton() : renderer.source();
    String name = model.generated().qualifiedName();
    // The text is ASCII, so the compiler's encoding does not matter.
    try (Writer writer = filer.createSourceFile(name, agent).openWriter()) {
      writer.write(source);
    }
    if (!faulty) {
      String path = DEFINITIONS + model.agent().binaryName() + ".json";
      resource(path, definitions.reviewed(), agent);
    }
  }

  /** Stores what later builds need to know of a top-level type. */
  public void write(KeptFacts facts, TypeElement type) throws IOException {
    resource(KeptFacts.path(type.getQualifiedName().toString()), facts.text(), type);
  }

  private void resource(String path, String text, TypeElement origin) throws IOException {
    try (OutputStream out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin).openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
