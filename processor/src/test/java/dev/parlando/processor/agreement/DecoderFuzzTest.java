package dev.parlando.processor.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever text comes as arguments, it is taken or refused with reasons; nothing else is thrown,
 * and the reasons don't grow with the text.
 *
 * <p>The time limits only end what would hang.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class DecoderFuzzTest {

  private static final int TEXTS = Integer.getInteger("parlando.fuzz.texts", 12_000);
  private static final long SEED = Long.getLong("parlando.agreement.seed", 20261122L);

  private static final List<Subject> SUBJECTS = Catalogue.subjects();

  static List<Subject> tools() {
    return SUBJECTS;
  }

  @ParameterizedTest
  @MethodSource("tools")
  void brokenTextIsTakenOrRefused(Subject subject) {
    Random random = new Random(SEED ^ subject.name().hashCode());
    DocumentGenerator generator = new DocumentGenerator(subject.schema(), random);
    for (int i = 0; i < TEXTS / SUBJECTS.size(); i++) {
      String text = broken(generator.document().toString(), random);
      assertTakenOrRefused(subject, text, true);
      assertTakenOrRefused(subject, text, false);
    }
  }

  private static String broken(String json, Random random) {
    int at = random.nextInt(json.length() + 1);
    int end = at + random.nextInt(json.length() - at + 1);
    String part = json.substring(at, end);
    return switch (random.nextInt(9)) {
      case 0 -> noise(random);
      case 1 -> json.substring(0, at);
      case 2 -> json.substring(0, at) + json.substring(end);
      case 3 -> json.substring(0, end) + part + json.substring(end);
      case 4 -> json.substring(0, at) + (char) random.nextInt(0x10000) + json.substring(at);
      case 5 -> json.substring(0, at) + token(random) + json.substring(end);
      case 6 -> json.replaceFirst("\\{", "{" + member(json) + ",");
      case 7 -> json + part;
      default -> Json.NODES.stringNode(json).toString();
    };
  }

  private static String noise(Random random) {
    byte[] bytes = new byte[random.nextInt(64)];
    random.nextBytes(bytes);
    return new String(
        bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
  }

  /** The first member of an object, to be given once more. */
  private static String member(String json) {
    int end = json.indexOf(',');
    return end < 0 ? "\"a\":1" : json.substring(1, end);
  }

  private static String token(Random random) {
    String[] tokens = {
      "null",
      "true",
      "NaN",
      "-",
      "1e999999999",
      "-1E-999999999",
      "1e99999999999",
      "0.".repeat(3),
      "9".repeat(999),
      "9".repeat(1001),
      "1." + "3".repeat(998),
      "\"",
      "\\u",
      "\"\\ud800\"",
      "[",
      "]",
      "{",
      "}",
      ":",
      ",",
      "//",
      "\u0000",
      "\ufeff",
      "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
      "{\"a\":".repeat(40)
    };
    return tokens[random.nextInt(tokens.length)];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "1e999999999", "-1E+2147483648", "1e-2147483649", "1e99999999999999999999", "null",
            "true", "[]", "{}",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "-0", "-0.0", "1E400", "0e999999999",
            "\"1e999999999\"", "\"-0\""
      })
  void oddValueIsTakenOrRefusedWhereverItStands(String value) {
    for (Subject subject : SUBJECTS) {
      for (String name : subject.schema().get("properties").propertyNames()) {
        for (String text :
            List.of(value, "[" + value + "]", "{\"0\":" + value + "}", "[[" + value + "]]")) {
          String arguments = "{\"" + name + "\":" + text + "}";
          assertTakenOrRefused(subject, arguments, true);
          assertTakenOrRefused(subject, arguments, false);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Of ten million characters.
        "\"%s\"",
        "%s",
        "{\"%s\":1}",
        "1.%s",
        "1e%s"
      })
  void hugeTokenIsRefused(String token) {
    String huge = token.formatted("1".repeat(10_000_000));
    for (Subject subject : SUBJECTS.subList(0, 3)) {
      for (String name : subject.schema().get("properties").propertyNames()) {
        assertThat(refusal(subject, "{\"" + name + "\":" + huge + "}", true)).isPresent();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{\"a\":", "{\"type\":", "[{\"left\":", "\"", "{\"name\":\"\",\"next\":"})
  void endlessNestingIsRefused(String opening) {
    String deep = opening.repeat(100_000);
    for (Subject subject : SUBJECTS) {
      for (String name : subject.schema().get("properties").propertyNames()) {
        assertThat(refusal(subject, "{\"" + name + "\":" + deep, true)).isPresent();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"circle\",\"radius\":1}",
        "{\"radius\":1,\"type\":\"circle\"}",
        "{\"type\":1}",
        "{}",
        "1",
        "null"
      })
  void manyElementsAreReadInOneGo(String element) {
    Subject drawing =
        SUBJECTS.stream().filter(each -> each.name().equals("drawing")).findFirst().orElseThrow();
    String list = (element + ",").repeat(300_000) + element;
    refusal(drawing, "{\"b\":[" + list + "]}", false)
        .ifPresent(violations -> assertThat(violations).hasSizeLessThanOrEqualTo(51));
  }

  private static void assertTakenOrRefused(Subject subject, String text, boolean repairs) {
    refusal(subject, text, repairs)
        .ifPresent(
            violations -> {
              assertThat(violations).isNotEmpty().hasSizeLessThanOrEqualTo(51);
            });
  }

  private static Optional<List<Violation>> refusal(Subject subject, String text, boolean repairs) {
    try {
      subject.prepare(text, repairs);
      return Optional.empty();
    } catch (InvalidArgumentsException e) {
      return Optional.of(e.violations());
    } catch (RuntimeException | StackOverflowError e) {
      String shown = text.length() > 300 ? text.substring(0, 300) + "…" : text;
      return fail("%s, repairs %s, seed %d: %s".formatted(subject, repairs, SEED, shown), e);
    }
  }
}
