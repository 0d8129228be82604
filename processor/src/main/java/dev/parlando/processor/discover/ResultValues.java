package dev.parlando.processor.discover;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Whether objects of a class, which databind would write, have anything to read. */
final class ResultValues {

  private static final String LATER = "Return a java.util.concurrent.CompletionStage.";
  private static final String TREE = "tools.jackson.databind.JsonNode";
  private static final String JSON = "Return a " + TREE + ", or its text as a String.";

  /** Types that are no values but ways to get some, with what to return instead. */
  private static final Map<String, String> NO_VALUES = new LinkedHashMap<>();

  static {
    add("Return a java.util.List.", "java.util.stream.BaseStream", "java.util.Iterator");
    add("Return a java.util.List.", "java.util.Spliterator", "java.util.Enumeration");
    add(LATER, "java.util.concurrent.Future", "java.util.concurrent.CompletionStage");
    add(LATER, "java.util.concurrent.Flow.Publisher", "org.reactivestreams.Publisher");
    add(LATER, "io.vertx.core.Future", "io.netty.util.concurrent.Future");
    add(LATER, "kotlinx.coroutines.Deferred", "kotlinx.coroutines.flow.Flow");
    add(LATER, "scala.concurrent.Future", "io.vavr.concurrent.Future");
    add("Return a byte[] or a String.", "java.io.InputStream", "java.nio.channels.Channel");
    add("Return a String.", "java.io.Reader");
    add(
        JSON,
        "com.fasterxml.jackson.core.TreeNode",
        "com.google.gson.JsonElement",
        "io.vertx.core.json.JsonArray",
        "io.vertx.core.json.JsonObject",
        "jakarta.json.JsonValue",
        "javax.json.JsonValue",
        "kotlinx.serialization.json.JsonElement",
        "org.json.JSONArray",
        "org.json.JSONObject");
  }

  private final Lang lang;
  private final DeclaredType type;
  private final Set<String> supertypes;

  ResultValues(Lang lang, DeclaredType type) {
    this.lang = lang;
    this.type = type;
    // By name: to look types up would make the compiler read them, and theirs, each time.
    this.supertypes = lang.namesOfSupertypes(type);
  }

  private static void add(String advice, String... types) {
    Stream.of(types).forEach(each -> NO_VALUES.put(each, advice));
  }

  /** Whether it is a JSON value as it is. */
  boolean isTree() {
    return supertypes.contains(TREE);
  }

  /** What to return instead, if there is no value to read. */
  Optional<String> adviceIfNone() {
    for (Map.Entry<String, String> each : NO_VALUES.entrySet()) {
      if (supertypes.contains(each.getKey())) {
        return Optional.of(each.getValue());
      }
    }
    TypeElement element = Lang.element(type);
    if (hasMethod("subscribe")) {
      // So does whatever is reactive.
      return Optional.of(LATER);
    } else if (isFunction(element)) {
      return Optional.of("Return what it computes.");
    } else if (isKnownToDatabind(element) || isReadable()) {
      return Optional.empty();
    }
    return Optional.of("It has no getters and no public fields. Return a record.");
  }

  private boolean hasMethod(String name) {
    return methods().anyMatch(method -> method.getSimpleName().contentEquals(name));
  }

  /** Whether a type stands for something to do, as {@code Callable}. */
  private static boolean isFunction(TypeElement element) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(it -> Reading.isNamed(it.getAnnotationType(), "java.lang.FunctionalInterface"));
  }

  /**
   * Whether databind may know how to write a type other than by its members: that of a library, of
   * a value that is known at run time only, or one that says so.
   */
  private boolean isKnownToDatabind(TypeElement element) {
    boolean isOpen =
        element.getKind() == ElementKind.INTERFACE
            || element.getModifiers().contains(Modifier.ABSTRACT);
    return isOpen
        || element.getQualifiedName().toString().startsWith("java.")
        || supertypes.stream()
            .anyMatch(
                name ->
                    name.equals("java.lang.Iterable")
                        || name.equals("java.util.Map")
                        || name.equals("java.lang.CharSequence")
                        || name.equals("java.lang.Number")
                        || name.contains(".jackson."))
        || isAnnotatedForDatabind(element);
  }

  private boolean isReadable() {
    return methods().anyMatch(ResultValues::isGetter)
        || members()
            .filter(member -> member.getKind() == ElementKind.FIELD)
            .anyMatch(
                field -> isOfInstance(field) && field.getModifiers().contains(Modifier.PUBLIC))
        || members().anyMatch(ResultValues::isAnnotatedForDatabind);
  }

  private Stream<? extends Element> members() {
    return lang.elements().getAllMembers(Lang.element(type)).stream();
  }

  private Stream<ExecutableElement> methods() {
    return ElementFilter.methodsIn(lang.elements().getAllMembers(Lang.element(type))).stream()
        .filter(it -> !Reading.isNamed(Lang.typeAround(it).asType(), "java.lang.Object"));
  }

  private static boolean isGetter(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    boolean isNamedSo =
        (name.startsWith("get") && name.length() > 3)
            || (name.startsWith("is")
                && name.length() > 2
                && method.getReturnType().getKind() == TypeKind.BOOLEAN);
    return isNamedSo
        && isOfInstance(method)
        && method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && method.getModifiers().contains(Modifier.PUBLIC);
  }

  private static boolean isOfInstance(Element member) {
    return !member.getModifiers().contains(Modifier.STATIC);
  }

  /** Whether an annotation is for databind, or makes Lombok add getters that are still to come. */
  private static boolean isAnnotatedForDatabind(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(it -> it.getAnnotationType().asElement().toString())
        .anyMatch(name -> name.contains(".jackson.") || name.startsWith("lombok."));
  }
}
