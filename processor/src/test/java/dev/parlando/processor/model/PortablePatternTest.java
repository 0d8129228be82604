package dev.parlando.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.model.ConstraintModel.Regex;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PortablePatternTest {

  private static Optional<String> foreignPart(String regexp, String... flags) {
    Origin nowhere = () -> "nowhere";
    return PortablePattern.foreignPart(
        new Regex(regexp, List.of(flags), Optional.empty(), nowhere));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[A-Z]{3}-\\d+",
        "(a|b)*?",
        "(?:a)(?=b)(?!c)",
        "^\\w+\\s\\b.$",
        "[^\\]\\[a]",
        "\\\\p",
        "\\\\\\\\Q",
        "a+\\+",
        "[+*]+",
        "\\u00e9\\t\\n",
        "[\\d&]",
        "a{2,}"
      })
  void patternThatJavaScriptKnowsIsPortable(String regexp) {
    assertThat(foreignPart(regexp)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a++,++",
    "a*+,*+",
    "a{2}+,}+",
    "\\p{L},\\p",
    "\\\\\\p{L},\\p",
    "\\Aa\\z,\\A",
    "\\Qa.b\\E,\\Q",
    "(?i)a,(?",
    "(?<name>a),(?",
    "(?<=a)b,(?",
    "(?>a),(?",
    "[a-z&&[^b]],&&",
    "[a[bc]],[a[",
    "\\h,\\h",
    "\\x{1F600},\\x{",
  })
  void patternThatOnlyJavaKnowsIsNot(String regexp, String part) {
    assertThat(foreignPart(regexp)).contains(part);
  }

  @ParameterizedTest
  @CsvSource({
    "[A-Z]\\-\\d,^(?:[A-Z]-\\d)$",
    "[a\\-z]\\@,^(?:[a\\-z]@)$",
    "a\\.b\\/\\\\\\-,^(?:a\\.b\\/\\\\-)$",
    "\\[\\-\\],^(?:\\[-\\])$",
    "a|b,^(?:a|b)$"
  })
  void schemaEscapesOnlyWhatJavaScriptLetsBeEscaped(String regexp, String inSchema) {
    Origin nowhere = () -> "nowhere";
    assertThat(PortablePattern.inSchema(new Regex(regexp, List.of(), Optional.empty(), nowhere)))
        .isEqualTo(inSchema);
  }

  @Test
  void flagIsNot() {
    assertThat(foreignPart("a", "CASE_INSENSITIVE")).contains("the flag CASE_INSENSITIVE");
  }
}
