package dev.parlando.processor.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.processor.model.ConstraintModel.Regex;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PortablePatternTest {

  private static PortablePattern translated(String regexp, String... flags) {
    return PortablePattern.of(new Regex(regexp, List.of(flags), Optional.empty(), () -> "nowhere"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "[A-Z]{3}-\\d+ => ^[A-Z]{3}-[0-9]+$",
        "a|b => ^(?:a|b)$",
        "^a$|^b$ => ^(?:a|b)$",
        "(^$|[0-9]{10}) => ^(|[0-9]{10})$",
        "\\Aa\\z => ^a$",
        "a*?b+? => ^a*b+$",
        "\\w+ => ^[a-zA-Z0-9_]+$",
        "[\\w-\\.]+ => ^[a-zA-Z0-9_\\-.]+$",
        "[a-z\\d-_] => ^[a-z0-9\\-_]$",
        "\\s => ^[ \\t\\n\\x0B\\f\\r]$",
        "[^\\s] => ^[^ \\t\\n\\x0B\\f\\r]$",
        "\\S => ^[^ \\t\\n\\x0B\\f\\r]$",
        "[\\s\\S] => ^([^\\n]|\\n)$",
        "[\\S] => ^[^\\t-\\r ]$",
        ". => ^[^\\n\\r\\x85\\u2028\\u2029]$",
        "\\v => ^[\\n-\\r\\x85\\u2028\\u2029]$",
        "[]a] => ^[\\]a]$",
        "[^]] => ^[^\\]]$",
        "\\cA\\a\\e\\0101\\x41 => ^\\x01\\x07\\x1BAA$",
        "\\x{1F600} => ^😀$",
        "\\ud83d\\ude00 => ^😀$",
        "\\Qa.b\\E+ => ^a\\.b+$",
        "\\Q1\\E => ^1$",
        "(?<year>\\d) => ^([0-9])$",
        "\\p{Alnum} => ^[a-zA-Z0-9]$",
        "(?i)ab1 => ^[aA][bB]1$",
        "(?s). => ^([^\\n]|\\n)$",
        "\\-\\/\\@\\_\\] => ^-/@_\\]$",
        "[~~] => ^[~]$",
        "[!-~] => ^[!-~]$",
        "[+--] => ^[+-\\-]$",
      })
  void patternIsWrittenAsAllReadersTakeIt(String regexp, String inSchema) {
    assertThat(translated(regexp).text()).contains(inSchema);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a++;the possessive quantifier ++",
        "a{2}+;the possessive quantifier {2}+",
        "a{2}{3};the quantifier of a quantifier {2}{",
        "\\p{L};the property \\p{L}",
        "[\\pL];the property \\pL",
        "(?=a)b;the look-ahead (?=",
        "(?!a)b;the look-ahead (?!",
        "(?<=a)b;the look-behind (?<=",
        "(?<!a)b;the look-behind (?<!",
        "(?>a);the atomic group (?>",
        "a(?i)b;the flag (?i inside",
        "(?x)a;the flag (?x)",
        "[a-z&&[^b]];the intersection &&",
        "[a[bc]];a class inside of a class",
        "\\ba;the word boundary \\b",
        "a\\B;the escape \\B",
        "\\R;the escape \\R",
        "\\X;the escape \\X",
        "(a)\\1;the back reference \\1",
        "(?<n>a)\\k<n>;the back reference \\k",
        "a$\\n?;the anchor $ inside",
        "(^a)+;the anchor ^ inside",
        "a|b^c;the anchor ^ inside",
        "a\\Z\\n;the anchor \\Z inside",
        "[\\v-z];the escape \\v before a hyphen",
        "[^\\s\\S];a class of no character",
      })
  void constructThatOneReaderTakesOtherwiseIsNamed(String regexp, String construct) {
    assertThat(translated(regexp).text()).isEmpty();
    assertThat(translated(regexp).foreignPart()).contains(construct);
  }

  @Test
  void flagIsWrittenOutOrNamed() {
    assertThat(translated("[b-d]x", "CASE_INSENSITIVE").text()).contains("^[b-dB-D][xX]$");
    assertThat(translated("^a.$", "MULTILINE", "UNIX_LINES").text()).contains("^a[^\\n]$");
    assertThat(translated(".", "DOTALL").text()).contains("^([^\\n]|\\n)$");
    assertThat(translated("a", "COMMENTS").foreignPart()).contains("the flag COMMENTS");
    assertThat(translated("\\p{Upper}", "CASE_INSENSITIVE").foreignPart())
        .contains("\\p{Upper} without regard to case");
  }
}
