package dev.parlando.checks;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One type of the API: its declaration, and below it a line for each member that users see. */
final class ApiTypeText {

  /** Every type has them; declaring them promises nothing more. */
  private static final Set<String> OF_OBJECT = Set.of("equals(Object)", "hashCode()", "toString()");

  private final Class<?> type;
  private final ApiScope scope;

  private ApiTypeText(Class<?> type, ApiScope scope) {
    this.type = type;
    this.scope = scope;
  }

  static void append(StringBuilder text, Class<?> type, ApiScope scope) {
    ApiTypeText api = new ApiTypeText(type, scope);
    text.append(api.declaration()).append('\n');
    api.members().forEach(member -> text.append("  ").append(member).append('\n'));
  }

  private String declaration() {
    StringBuilder text = new StringBuilder(ApiType.annotations(type));
    int hidden = Modifier.INTERFACE;
    if (type.isInterface()) {
      hidden |= Modifier.ABSTRACT | Modifier.STATIC;
    } else if (type.isRecord()) {
      hidden |= Modifier.FINAL | Modifier.STATIC;
    } else if (type.isEnum()) {
      hidden |= Modifier.FINAL | Modifier.STATIC | Modifier.ABSTRACT;
    }
    text.append(words(type.getModifiers() & ~hidden));
    text.append(type.isSealed() && !type.isEnum() ? "sealed " : "").append(kind()).append(' ');
    text.append(ApiType.name(type)).append(ApiType.parameters(type.getTypeParameters()));
    if (type.isRecord()) {
      text.append(
          Arrays.stream(type.getRecordComponents())
              .map(ApiTypeText::component)
              .collect(Collectors.joining(", ", "(", ")")));
    }
    Set<String> supertypes = new LinkedHashSet<>();
    addSupertypes(type, supertypes);
    if (!supertypes.isEmpty()) {
      text.append(" is ").append(String.join(", ", supertypes));
    }
    if (type.isSealed() && !type.isEnum()) {
      text.append(" permits ").append(String.join(", ", permitted()));
    }
    return text.toString();
  }

  private String kind() {
    if (type.isAnnotation()) {
      return "@interface";
    }
    return type.isInterface()
        ? "interface"
        : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
  }

  private static String component(RecordComponent component) {
    return ApiType.text(component.getAnnotatedType()) + " " + component.getName();
  }

  /** Supertypes that users can name; in the place of a hidden one, those above it. */
  private void addSupertypes(Class<?> below, Set<String> names) {
    List<AnnotatedType> direct = new ArrayList<>();
    if (below.getSuperclass() != null) {
      direct.add(below.getAnnotatedSuperclass());
    }
    direct.addAll(List.of(below.getAnnotatedInterfaces()));
    for (AnnotatedType supertype : direct) {
      Class<?> raw = raw(supertype);
      if (raw == Object.class || raw == Record.class || raw == Enum.class || type.isAnnotation()) {
        continue;
      }
      if (scope.holds(raw)) {
        names.add(ApiType.text(supertype));
      } else {
        addSupertypes(raw, names);
      }
    }
  }

  private static Class<?> raw(AnnotatedType type) {
    return type.getType() instanceof Class<?> plain
        ? plain
        : (Class<?>) ((ParameterizedType) type.getType()).getRawType();
  }

  private Set<String> permitted() {
    Set<String> names = new TreeSet<>();
    boolean hidden = false;
    for (Class<?> subtype : type.getPermittedSubclasses()) {
      if (scope.holds(subtype)) {
        names.add(ApiType.name(subtype));
      } else {
        hidden = true;
      }
    }
    Set<String> all = new LinkedHashSet<>(names);
    if (hidden) {
      all.add("(hidden)");
    }
    return all;
  }

  private List<String> members() {
    SortedMap<String, String> fields = new TreeMap<>();
    SortedMap<String, String> constructors = new TreeMap<>();
    SortedMap<String, String> methods = new TreeMap<>();
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isVisible(constructor.getModifiers(), constructor.isSynthetic())
          && !isCanonical(constructor)) {
        constructors.put(
            signature(constructor),
            ApiType.annotations(constructor)
                + words(constructor.getModifiers())
                + "new"
                + signature(constructor));
      }
    }
    addMembers(type, fields, methods);
    List<String> all = new ArrayList<>(fields.values());
    all.addAll(constructors.values());
    all.addAll(methods.values());
    return all;
  }

  private void addMembers(
      Class<?> owner, SortedMap<String, String> fields, SortedMap<String, String> methods) {
    for (Field field : owner.getDeclaredFields()) {
      if (isVisible(field.getModifiers(), field.isSynthetic())) {
        fields.putIfAbsent(field.getName(), text(field));
      }
    }
    for (Method method : owner.getDeclaredMethods()) {
      if (isVisible(method.getModifiers(), method.isSynthetic() || method.isBridge())
          && !OF_OBJECT.contains(method.getName() + plainParameters(method))) {
        methods.putIfAbsent(method.getName() + plainParameters(method), text(method));
      }
    }
    List<Class<?>> supertypes = new ArrayList<>(List.of(owner.getInterfaces()));
    if (owner.getSuperclass() != null) {
      supertypes.add(owner.getSuperclass());
    }
    for (Class<?> supertype : supertypes) {
      if (!scope.holds(supertype)) {
        addMembers(supertype, fields, methods);
      }
    }
  }

  private boolean isVisible(int modifiers, boolean synthetic) {
    return !synthetic && ApiScope.isVisible(type, modifiers);
  }

  /** The constructor of all components of a record is not promised: components may be added. */
  private boolean isCanonical(Constructor<?> constructor) {
    return type.isRecord()
        && Arrays.equals(
            constructor.getParameterTypes(),
            Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray());
  }

  private static String plainParameters(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(ApiType::name)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String text(Field field) {
    if (field.isEnumConstant()) {
      return ApiType.annotations(field) + field.getName();
    }
    return ApiType.annotations(field)
        + words(field.getModifiers())
        + ApiType.text(field.getAnnotatedType())
        + " "
        + field.getName()
        + constant(field);
  }

  /** A constant's value is compiled into the code of users. */
  private static String constant(Field field) {
    int modifiers = field.getModifiers();
    boolean simple = field.getType().isPrimitive() || field.getType() == String.class;
    if (!simple || !Modifier.isStatic(modifiers) || !Modifier.isFinal(modifiers)) {
      return "";
    }
    try {
      return field.trySetAccessible() ? " = " + ApiType.value(field.get(null)) : "";
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Method method) {
    String parameters = ApiType.parameters(method.getTypeParameters());
    Object value = method.getDefaultValue();
    return ApiType.annotations(method)
        + words(method.getModifiers())
        + (method.isDefault() ? "default " : "")
        + (parameters.isEmpty() ? "" : parameters + " ")
        + ApiType.text(method.getAnnotatedReturnType())
        + " "
        + method.getName()
        + signature(method)
        + (value == null ? "" : " default " + ApiType.value(value));
  }

  private static String signature(Executable executable) {
    AnnotatedType[] thrown = executable.getAnnotatedExceptionTypes();
    String parameters = ApiType.texts(executable.getAnnotatedParameterTypes());
    if (executable.isVarArgs()) {
      parameters = parameters.replaceFirst(" ?\\[]$", "...");
    }
    return "(" + parameters + ")" + (thrown.length == 0 ? "" : " throws " + ApiType.texts(thrown));
  }

  /** Modifiers that say something to users. */
  private static String words(int modifiers) {
    int told =
        Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;
    String words = Modifier.toString(modifiers & told);
    return words.isEmpty() ? "" : words + " ";
  }
}
