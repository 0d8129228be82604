package dev.parlando.processor.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JavadocTextTest {

  @Test
  void blockTagsEndTheDescription() {
    JavadocText text =
        JavadocText.parse(
            """
             First line
             second line.

             @param city the
               city
             @param <T> a type
             @return nothing
             @param days how many
             @since 1.0
            """);
    assertThat(text.description()).isEqualTo("First line second line.");
    assertThat(text.parameters())
        .containsEntry("city", "the city")
        .containsEntry("days", "how many");
  }

  @Test
  void inlineTagsAndHtmlBecomePlainText() {
    assertThat(
            JavadocText.parse(
                    " Uses {@code Map<K, V>} and {@literal <b>} of {@link java.util.List lists} or"
                        + " {@linkplain #size()}, {@link Map#get(Object)}.<p>Then <i>more</i><br>"
                        + "&lt;text&gt; &amp;&nbsp;&quot;so&quot; {@inheritDoc}")
                .description())
        .isEqualTo(
            "Uses Map<K, V> and <b> of lists or size(), Map.get(Object). Then more <text> & \"so\"");
  }

  @Test
  void signsThatAreNoTagsStay() {
    assertThat(JavadocText.parse(" a < b, me@example.com, {x} and 3 > 2").description())
        .isEqualTo("a < b, me@example.com, {x} and 3 > 2");
  }

  @Test
  void markdownIsTakenAsItIs() {
    assertThat(JavadocText.parse("Finds `this`.\n\n@param a the *a*").parameters())
        .containsEntry("a", "the *a*");
  }

  @Test
  void emptyCommentIsEmpty() {
    assertThat(JavadocText.parse("")).isEqualTo(JavadocText.NONE);
  }
}
