package dev.parlando.processor;

import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What a class is known by from one round to the next.
 *
 * @param module its module; empty where compilers know none
 * @param name its qualified name, of which several modules may have one
 */
record ClassName(String module, String name) implements Comparable<ClassName> {

  static ClassName of(TypeElement type, Elements elements) {
    ModuleElement module = elements.getModuleOf(type);
    return new ClassName(
        module == null ? "" : module.getQualifiedName().toString(),
        type.getQualifiedName().toString());
  }

  /** The class of that name; null if there is none that code could name. */
  @Nullable TypeElement find(Elements elements) {
    ModuleElement known = elements.getModuleElement(module);
    return known == null ? elements.getTypeElement(name) : elements.getTypeElement(known, name);
  }

  @Override
  public int compareTo(ClassName other) {
    int order = name.compareTo(other.name);
    return order == 0 ? module.compareTo(other.module) : order;
  }
}
