package dev.parlando.processor.discover;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Holds which types are compiled from source, and finds what was kept of those that aren't. */
public final class Sources {

  private final Lang lang;
  private final Filer filer;
  private final Map<String, Map<String, SourceFacts>> kept = new HashMap<>();

  /** Holds the sources of one compilation. */
  public Sources(Lang lang, Filer filer) {
    this.lang = lang;
    this.filer = filer;
  }

  /** Whether an element is compiled from source. */
  public boolean contains(Element element) {
    return lang.isSource(element);
  }

  /** What an earlier build kept of a type. */
  Optional<SourceFacts> kept(TypeElement type) {
    TypeElement outermost = Lang.outermost(type);
    String path = KeptFacts.path(outermost.getQualifiedName().toString());
    String name = lang.elements().getBinaryName(type).toString();
    return Optional.ofNullable(
        kept.computeIfAbsent(path, key -> readFacts(key, outermost)).get(name));
  }

  /**
   * Whether the class file of a type may have annotations inside of types; it may if it can't be
   * found.
   */
  boolean hasTypeAnnotations(TypeElement type) {
    return classFile(type).map(ClassFile::hasTypeAnnotations).orElse(true);
  }

  /** The constants of an enum in the order of its class file; empty if that can't be found. */
  List<String> constants(TypeElement type) {
    return classFile(type).map(ClassFile::constants).orElse(List.of());
  }

  private Optional<ClassFile> classFile(TypeElement type) {
    String name = lang.elements().getBinaryName(type).toString();
    String path = name.replace('.', '/') + ".class";
    return read(path, type).or(() -> readPlatform(path)).map(ClassFile::new);
  }

  private Map<String, SourceFacts> readFacts(String path, TypeElement type) {
    return read(path, type).map(Sources::parse).orElse(Map.of());
  }

  private static Map<String, SourceFacts> parse(byte[] bytes) {
    try {
      return SourceFacts.fromJson(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | ClassCastException e) {
      // Another version wrote it. It counts as missing, of which the reader warns.
      return Map.of();
    }
  }

  /**
   * Reads a file.
   *
   * @param neighbour a type beside whose class file it is
   */
  private Optional<byte[]> read(String path, TypeElement neighbour) {
    for (StandardLocation location :
        List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH)) {
      byte[] bytes = read(location, "", path);
      if (bytes != null) {
        return Optional.of(bytes);
      }
    }
    ModuleElement module = lang.elements().getModuleOf(neighbour);
    return module == null || module.isUnnamed()
        ? Optional.empty()
        : Optional.ofNullable(
            read(StandardLocation.MODULE_PATH, module.getQualifiedName() + "/", path));
  }

  private byte @Nullable [] read(StandardLocation location, String module, String path) {
    try (InputStream in = filer.getResource(location, module, path).openInputStream()) {
      return in.readAllBytes();
    } catch (FileNotFoundException | NoSuchFileException e) {
      return null;
    } catch (IOException | RuntimeException e) {
      // Some compilers have no such location, and no module in it; then nothing is there either.
      return null;
    }
  }

  /** Reads a class file of the JDK: not every compiler lets a processor have it. */
  private static Optional<byte[]> readPlatform(String path) {
    try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
