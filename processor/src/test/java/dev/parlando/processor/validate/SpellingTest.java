package dev.parlando.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the processor takes for a slip of the pen, and what decoders do, is the same. */
final class SpellingTest {

  @Test
  void processorAndDecodersMeanTheSameName() throws ReflectiveOperationException {
    Method decoders =
        Class.forName("dev.parlando.json.Spelling")
            .getDeclaredMethod("closest", String.class, Collection.class);
    decoders.setAccessible(true);
    Random random = new Random(14);
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      List<String> names = new ArrayList<>();
      for (int n = random.nextInt(4); n >= 0; n--) {
        names.add(name(random));
      }
      String word = name(random);
      Optional<String> closest = Spelling.closest(word, names);

      assertThat(closest)
          .as("%s among %s", word, names)
          .isEqualTo(Optional.ofNullable((String) decoders.invoke(null, word, names)));
      found += closest.isPresent() ? 1 : 0;
    }
    assertThat(found).isBetween(1_000, 19_000);
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      name.append("abcAB_- ".charAt(random.nextInt(8)));
    }
    return name.toString();
  }
}
