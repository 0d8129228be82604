package dev.parlando.examples.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.session.options.BargeIn;
import dev.parlando.session.options.SessionOptions;
import dev.parlando.time.SessionTime;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptionsTest {

  /** From this module's folder. */
  private static final Path CHAPTER = Path.of("../../docs/guide/options.md").normalize();

  /** Methods that say no setting, but something made of several. */
  private static final Set<String> DERIVED =
      Set.of("toBuilder", "toString", "arguments", "unlimited");

  private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| ([^|]*) \\|.*");

  /** The options with their defaults, and each group of settings in them. */
  static List<Object> groups() throws ReflectiveOperationException {
    List<Object> groups = new ArrayList<>(List.of(SessionOptions.DEFAULTS));
    for (Method getter : getters(SessionOptions.class)) {
      if (isGroup(getter.getReturnType())) {
        groups.add(getter.invoke(SessionOptions.DEFAULTS));
      }
    }
    return groups;
  }

  @ParameterizedTest
  @MethodSource("groups")
  void everyOptionHasItsRowWithItsDefault(Object group) throws Exception {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (Method getter : getters(group.getClass())) {
      defaults.put(getter.getName(), text(getter, getter.invoke(group)));
    }

    assertThat(rows(section(group.getClass().getSimpleName())))
        .as("rows \"| `option` | default |\" of %s in %s", group.getClass(), CHAPTER)
        .containsExactlyInAnyOrderEntriesOf(defaults);
  }

  @Test
  void groupsAreFoundByThemselves() throws Exception {
    assertThat(groups()).extracting(group -> group.getClass().getSimpleName()).hasSize(6);
  }

  private static List<Method> getters(Class<?> group) {
    return Stream.of(group.getDeclaredMethods())
        .filter(it -> Modifier.isPublic(it.getModifiers()) && !Modifier.isStatic(it.getModifiers()))
        .filter(it -> it.getParameterCount() == 0 && !DERIVED.contains(it.getName()))
        .toList();
  }

  private static boolean isGroup(Class<?> type) {
    // A record is one value.
    return type.getPackage() == SessionOptions.class.getPackage() && !type.isRecord();
  }

  /** A default as the chapter writes it. */
  private static String text(Method getter, Object value) {
    if (isGroup(getter.getReturnType())) {
      return "[below](#" + getter.getReturnType().getSimpleName().toLowerCase(Locale.ROOT) + ")";
    }
    if (value == null || value.equals("") || value.equals(0.0)) {
      return "none";
    }
    if (value instanceof Duration time) {
      return time.isZero()
          ? "none"
          : time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
    if (value instanceof Integer || value instanceof Long) {
      return number(getter.getName(), ((Number) value).longValue());
    }
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    if (value instanceof Optional<?> set) {
      return set.isPresent() ? text(getter, set.get()) : "the endpoint's";
    }
    if (value == BargeIn.AS_CONFIGURED) {
      return "as configured";
    }
    if (value instanceof Executor) {
      return value == SessionOptions.builder().build().executor() ? "shared threads" : "others";
    }
    return value == SessionTime.system() ? "the system's" : value.toString();
  }

  private static String number(String option, long value) {
    if (value == 0) {
      return "none";
    }
    boolean mebibytes = option.endsWith("Bytes") && value % (1 << 20) == 0;
    return mebibytes ? (value >> 20) + " MiB" : String.format(Locale.ROOT, "%,d", value);
  }

  /** What stands under the heading of a group. */
  private static String section(String group) throws IOException {
    String heading = "\n## `" + group + "`\n";
    String chapter = Files.readString(CHAPTER);
    assertThat(chapter).contains(heading);
    String section = chapter.substring(chapter.indexOf(heading) + heading.length());
    int end = section.indexOf("\n## ");
    return end < 0 ? section : section.substring(0, end);
  }

  private static Map<String, String> rows(String section) {
    Map<String, String> rows = new LinkedHashMap<>();
    section
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .forEach(row -> assertThat(rows.put(row.group(1), row.group(2))).isNull());
    return rows;
  }
}
