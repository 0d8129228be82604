package dev.parlando.processor.discover;

import dev.parlando.processor.json.JsonText;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * What is kept of a top-level type and of those inside it, for builds that see their class files
 * only. It is one file, as they are compiled and deleted together: a compiler compares each new
 * file with all before it. And it depends on nothing but the source of the type, whatever uses it.
 */
public final class KeptFacts {

  private final Lang lang;
  private final Map<String, Object> types = new TreeMap<>();

  /**
   * Reads a top-level type that is compiled from source.
   *
   * @throws UnresolvedTypeException if it names a type that is not there
   */
  public KeptFacts(Lang lang, TypeElement type) {
    this.lang = lang;
    add(type);
  }

  private void add(TypeElement type) {
    boolean mayBeUsed =
        type.getKind() == ElementKind.RECORD
            || type.getKind() == ElementKind.ENUM
            || UnionReader.isUnion(type, false)
            || !ToolMethods.declaredIn(type).isEmpty();
    if (mayBeUsed) {
      String name = lang.elements().getBinaryName(type).toString();
      types.put(name, SourceFacts.of(lang, type).toJson());
    }
    for (Element member : type.getEnclosedElements()) {
      ElementKind kind = member.getKind();
      boolean isType = kind.isClass() || kind.isInterface();
      if (isType && !member.getModifiers().contains(Modifier.PRIVATE)) {
        add((TypeElement) member);
      }
    }
  }

  /** Where it is kept, by the qualified name of the top-level type. */
  public static String path(String topLevelType) {
    return "META-INF/parlando/doc/" + topLevelType + ".json";
  }

  /** JSON, by the names of the types as in class files. */
  public String text() {
    return JsonText.compact(types);
  }
}
