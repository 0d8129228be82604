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
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Knows which types are compiled from source, and what was kept of those that aren't. */
public final class Sources {

  private final Lang lang;
  private final Filer filer;
  private final Set<String> topLevelTypes;
  private final Map<String, Map<String, SourceFacts>> kept = new HashMap<>();

  /**
   * Knows the sources of one compilation.
   *
   * @param topLevelTypes the qualified names of the types that are compiled; it may still grow
   */
  public Sources(Lang lang, Filer filer, Set<String> topLevelTypes) {
    this.lang = lang;
    this.filer = filer;
    this.topLevelTypes = topLevelTypes;
  }

  /** Whether an element is compiled from source. */
  public boolean contains(Element element) {
    Element type = element;
    while (type != null && !(type instanceof TypeElement)) {
      type = type.getEnclosingElement();
    }
    if (type == null) {
      return false;
    }
    TypeElement outermost = Lang.outermost((TypeElement) type);
    return topLevelTypes.contains(outermost.getQualifiedName().toString());
  }

  /** What an earlier build kept of a type. */
  Optional<SourceFacts> kept(TypeElement type) {
    String path = KeptFacts.path(Lang.outermost(type).getQualifiedName().toString());
    String name = lang.elements().getBinaryName(type).toString();
    return Optional.ofNullable(kept.computeIfAbsent(path, this::readFacts).get(name));
  }

  /** Whether the class file of a type has annotations inside of types. */
  boolean hasTypeAnnotations(TypeElement type) {
    String name = lang.elements().getBinaryName(type).toString();
    // The attribute's name is there as it is, whatever else the class file holds.
    return read(name.replace('.', '/') + ".class")
        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("TypeAnnotations"))
        .orElse(false);
  }

  private Map<String, SourceFacts> readFacts(String path) {
    return read(path).map(Sources::parse).orElse(Map.of());
  }

  private static Map<String, SourceFacts> parse(byte[] bytes) {
    try {
      return SourceFacts.fromJson(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // Another version wrote it, so it says nothing; whoever asks then warns that it is lost.
      return Map.of();
    }
  }

  private Optional<byte[]> read(String path) {
    for (StandardLocation location :
        List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH)) {
      byte[] bytes = read(location, path);
      if (bytes != null) {
        return Optional.of(bytes);
      }
    }
    return Optional.empty();
  }

  private byte @Nullable [] read(StandardLocation location, String path) {
    try (InputStream in = filer.getResource(location, "", path).openInputStream()) {
      return in.readAllBytes();
    } catch (FileNotFoundException | NoSuchFileException e) {
      return null;
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      // Some compilers have no such location; then there is nothing there either.
      return null;
    }
  }
}
