package dev.parlando.processor.render;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names in a generated class. No two members have the same, and none is that of a type or package
 * which the class mentions: where either could stand, Java takes a name for the variable's.
 */
final class Names {

  /** The methods of {@code ToolSet} and {@code Object}, which a private one can't hide. */
  private static final List<String> INHERITED =
      List.of(
          "agent",
          "definitions",
          "masked",
          "prepare",
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private static final Pattern WORD_END = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern ABBREVIATION_END = Pattern.compile("([A-Z]+)([A-Z][a-z])");

  /** Words that mean something else where a statement or a call begins. */
  private static final List<String> RESTRICTED =
      List.of("yield", "record", "sealed", "permits", "var", "when");

  /** No constant begins like this, nor does any type of the JDK or of Parlando. */
  private static final Pattern LOWER_CASE = Pattern.compile("[a-z].*", Pattern.DOTALL);

  private final ClassName generated;
  private final NameAllocator reserved = new NameAllocator();
  private final NameAllocator members;
  private final Map<String, String> byKey = new HashMap<>();

  /**
   * The names of holders without case, since file systems may not tell {@code A} from {@code a}.
   */
  private final Set<String> holders = new HashSet<>();

  private final Set<String> packageRoots;
  private final String agent;
  private final String profile;
  private final String definitions;

  Names(ToolSetModel model) {
    generated = TypeNames.raw(model.generated());
    TypeIdentifiers mentioned = new TypeIdentifiers(model);
    packageRoots = mentioned.roots();
    Set<String> identifiers = mentioned.all();
    for (String identifier : identifiers) {
      allocate(identifier, reserved);
      holders.add(identifier.toLowerCase(Locale.ROOT));
    }
    for (String word : RESTRICTED) {
      if (!identifiers.contains(word)) {
        allocate(word, reserved);
      }
    }
    members = reserved.clone();
    agent = allocate("agent", members);
    profile = allocate("AGENT", members);
    definitions = allocate("DEFINITIONS", members);
    for (String inherited : INHERITED) {
      allocate(inherited, members);
    }
  }

  /** A name that nobody asks for again: without a tag, JavaPoet would draw a random one. */
  static String allocate(String wanted, NameAllocator among) {
    return among.newName(wanted, new Object());
  }

  /** The simple names that no import may have, as packages could not be named then. */
  String[] packageRoots() {
    return packageRoots.toArray(new String[0]);
  }

  /** The field of the instance that runs the tools. */
  String agent() {
    return agent;
  }

  /** The constant with the values of {@code @VoiceAgent}. */
  String profile() {
    return profile;
  }

  /** The constant of what the model is told of the tools. */
  String definitions() {
    return definitions;
  }

  /** An allocator of names for one method's variables. */
  NameAllocator locals() {
    return reserved.clone();
  }

  /** A name for the variable of a property, which its name must not make mean anything else. */
  static String local(PropertyModel property) {
    String name = property.javaName();
    return LOWER_CASE.matcher(name).matches() ? name : "value" + name;
  }

  /** The type of a model's values; that of plain parameters is a class that is generated too. */
  TypeName type(DeclaredModel model) {
    boolean isHolder = model instanceof RecordModel object && !object.declared();
    return isHolder
        ? generated.nestedClass(
            byKey.computeIfAbsent(
                "holder " + model.id(), key -> holder(model.javaType().simpleName())))
        : TypeNames.of(model.javaType());
  }

  private String holder(String wanted) {
    String name = wanted;
    while (!holders.add(name.toLowerCase(Locale.ROOT))) {
      name += "_";
    }
    return name;
  }

  /** The method that prepares a call of a tool. */
  String tool(ToolModel tool) {
    return member("tool " + tool.name(), tool.method());
  }

  /** The method that reads a type. */
  String reader(DeclaredModel type) {
    return member("read " + type.id(), "read" + words(type));
  }

  /** The method that writes a type. */
  String writer(DeclaredModel type) {
    return member("write " + type.id(), "write" + words(type));
  }

  /** A constant about a type of the application. */
  String constant(String key, DeclaredModel type) {
    return member(key, upperSnake(words(type)));
  }

  /** A constant about a type. */
  String constant(String key, JavaType type, String suffix) {
    return member(key, upperSnake(words(type)) + suffix);
  }

  /** A constant. */
  String constant(String key, String name) {
    return member(key, upperSnake(name));
  }

  /** The method that makes a constant. */
  String maker(String constant) {
    return member("make " + constant, "make" + constant);
  }

  /** One of the methods that share what is too much for one; the first has the name as it is. */
  String part(String method, int index) {
    return member("part " + method + " " + index, method + (index + 1));
  }

  private String member(String key, String wanted) {
    String name = byKey.get(key);
    if (name == null) {
      name = allocate(wanted, members);
      byKey.put(key, name);
    }
    return name;
  }

  /** A record that is read as a variant is another type than the same record by itself. */
  private static String words(DeclaredModel type) {
    boolean isVariant = type instanceof RecordModel object && object.tag().isPresent();
    return words(type.javaType()) + (isVariant ? "Variant" : "");
  }

  /** {@code Page<Item>} becomes {@code PageOfItem}. */
  private static String words(JavaType type) {
    if (type instanceof JavaType.Array array) {
      return words(array.component()) + "Array";
    }
    if (type instanceof JavaType.Wildcard wildcard) {
      return words(wildcard.bound());
    }
    if (type instanceof JavaType.ClassType classType) {
      return classType.arguments().isEmpty()
          ? classType.simpleName()
          : classType.arguments().stream()
              .map(Names::words)
              .collect(Collectors.joining("And", classType.simpleName() + "Of", ""));
    }
    String keyword = type.toString();
    return Character.toUpperCase(keyword.charAt(0)) + keyword.substring(1);
  }

  private static String upperSnake(String name) {
    String words = WORD_END.matcher(name).replaceAll("$1_$2");
    return ABBREVIATION_END.matcher(words).replaceAll("$1_$2").toUpperCase(Locale.ROOT);
  }
}
