package dev.parlando.processor.discover;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** What to use instead of a type that arguments can't have. */
final class Advice {

  /** By the name of a type or of what it extends; the first that fits is it. */
  private static final Map<String, String> INSTEAD_OF = new LinkedHashMap<>();

  static {
    add("tools.jackson.databind.JsonNode", "tools.jackson.core.TreeNode");
    add("tools.jackson.databind.JsonNode", "com.fasterxml.jackson.core.TreeNode");
    add("tools.jackson.databind.JsonNode", "com.google.gson.JsonElement", "org.json.JSONObject");
    add("tools.jackson.databind.JsonNode", "jakarta.json.JsonValue", "javax.json.JsonValue");
    add("a function that does not suspend", "kotlin.coroutines.Continuation");
    add("int", "java.util.concurrent.atomic.AtomicInteger");
    add("long", "java.util.concurrent.atomic.AtomicLong");
    add("boolean", "java.util.concurrent.atomic.AtomicBoolean");
    add("int, long, double or java.math.BigDecimal", "java.lang.Number");
    add("java.time.LocalDate", "java.sql.Date", "java.time.chrono.ChronoLocalDate");
    add("java.time.LocalTime", "java.sql.Time", "java.time.OffsetTime");
    add("java.time.LocalDateTime", "java.time.chrono.ChronoLocalDateTime");
    add("java.time.ZonedDateTime", "java.util.Calendar", "java.time.chrono.ChronoZonedDateTime");
    add("java.time.Instant", "java.util.Date", "java.time.temporal.Temporal");
    add("java.time.Duration or java.time.Period", "java.time.temporal.TemporalAmount");
    add("java.time.LocalDate", "java.time.temporal.TemporalAccessor");
    add("java.time.ZoneId", "java.util.TimeZone");
    add("String", "java.io.File", "java.nio.file.Path", "java.lang.CharSequence");
    add("String", "java.net.InetAddress", "java.util.regex.Pattern", "java.io.Reader");
    add("byte[]", "java.nio.Buffer", "java.io.InputStream", "java.sql.Blob");
    add("java.util.SortedSet", "java.util.SortedSet");
    add("java.util.Set", "java.util.Set");
    add("java.util.Map", "java.util.Map", "java.util.Dictionary");
    add("java.util.List", "java.util.Collection", "java.util.stream.BaseStream");
    add("java.util.List", "java.util.Iterator", "java.util.Enumeration", "java.util.BitSet");
  }

  private Advice() {}

  private static void add(String instead, String... types) {
    Stream.of(types).forEach(type -> INSTEAD_OF.put(type, instead));
  }

  static String insteadOf(Lang lang, TypeElement type) {
    String name = type.getQualifiedName().toString();
    if (name.startsWith("java.util.Optional")) {
      return "Only a parameter or component as a whole can be Optional.";
    } else if (name.equals("java.lang.Object")) {
      return "Use tools.jackson.databind.JsonNode for any JSON, or a record.";
    }
    Set<String> names = lang.namesOfSupertypes(type.asType());
    for (Map.Entry<String, String> each : INSTEAD_OF.entrySet()) {
      if (names.contains(each.getKey())) {
        return "Use " + each.getValue() + ".";
      }
    }
    if (isKotlin(type)) {
      return "Take its properties as parameters of the function, or write a record in Java: of a"
          + " Kotlin class, also with @JvmRecord, a processor sees no record.";
    }
    return type.getKind() == ElementKind.INTERFACE
        ? "Use a record, or a sealed interface of records."
        : "Use a record.";
  }

  private static boolean isKotlin(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(it -> Reading.isNamed(it.getAnnotationType(), "kotlin.Metadata"));
  }
}
