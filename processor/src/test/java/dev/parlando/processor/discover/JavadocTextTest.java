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

  @Test
  void whatStandsInCodeIsNoBlockTag() {
    JavadocText text =
        JavadocText.parse(
            """
             Reads {@code
             @Foo int a;
             @param not one
             } and
             <pre>
             @param nor this
             </pre>
             @Override is no tag,
             ```
             @param nor this
             ```
             ~~~java
             @since nor this
             ~~~
             end.
             @param city the
             {@code @city}
             @return nothing
            """);
    assertThat(text.description())
        .isEqualTo(
            "Reads @Foo int a; @param not one and @param nor this @Override is no tag,"
                + " ``` @param nor this ``` ~~~java @since nor this ~~~ end.");
    assertThat(text.parameters()).containsOnlyKeys("city").containsEntry("city", "the @city");
  }

  @Test
  void typeArgumentsAreNoHtml() {
    assertThat(
            JavadocText.parse(
                    " A List<String> of Map<K, V> and Set<A>, <b>bold</b> <T> x<y <custom-tag/>"
                        + " <A href=\"u\">link</A>.")
                .description())
        .isEqualTo("A List<String> of Map<K, V> and Set<A>, bold <T> x<y <custom-tag/> link.");
  }

  @Test
  void referencesToCharactersAreThose() {
    assertThat(
            JavadocText.parse(
                    " &eacute;&Uuml;&szlig;&ndash;&mdash;&hellip;&rarr;&alpha;&euro;&#233;&#xE9;"
                        + "&#x1F600;&apos;&unknown;&#0; A&B; AT&T {@code &lt;}")
                .description())
        .isEqualTo("éÜß–—…→α€éé😀'&unknown;&#0; A&B; AT&T &lt;");
  }

  @Test
  void whatIsNotForReadersIsLeftOut() {
    assertThat(
            JavadocText.parse(
                    " Finds <!-- internal: ask Bob --> it. {@snippet file=\"A.java\" region=x}"
                        + "{@snippet :\n // @highlight\n a { b }\n} {@summary All of it.}"
                        + " {@value #MAX} {@value} {@index \"two words\" desc} {@index one desc}"
                        + " {@systemProperty user.dir} {@return the sum}")
                .description())
        .isEqualTo("Finds it. All of it. MAX two words one user.dir Returns the sum.");
  }

  @Test
  void unfinishedMarkupIsText() {
    assertThat(JavadocText.parse(" a {@code b <!-- c <pre> d & e\n@param x y").description())
        .isEqualTo("a {@code b <!-- c d & e");
    assertThat(JavadocText.parse("``` open\n@param x y").parameters()).isEmpty();
  }
}
