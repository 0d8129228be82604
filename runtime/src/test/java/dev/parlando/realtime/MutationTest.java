package dev.parlando.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Samples that are damaged at random, by a fixed seed. */
class MutationTest {

  private static final long SEED = 20261122;
  private static final int MUTANTS = 60;

  private static final List<JsonNode> ODD_VALUES =
      Stream.of(
              "null",
              "true",
              "0",
              "-1",
              "3.5",
              "1e999",
              "99999999999999999999",
              "\"\"",
              "\"odd\"",
              "\"inf\"",
              "[]",
              "{}",
              "[1]",
              "[null,{}]",
              "{\"type\":\"odd\"}",
              "{\"type\":7}")
          .map(Sample::json)
          .toList();

  static Stream<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadOrRefusedAndSurvivesIfRead(Sample sample) {
    Random random = new Random(SEED + sample.source().hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      ObjectNode mutant = (ObjectNode) sample.json().deepCopy();
      int changes = 1 + random.nextInt(3);
      for (int j = 0; j < changes; j++) {
        mutate(mutant, random);
      }
      check(sample.with(mutant));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void damagedBytesAreReadOrRefused(Sample sample) {
    Random random = new Random(SEED + sample.source().hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      byte[] bytes = sample.text().getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      byte[] message = Arrays.copyOf(bytes, bytes.length - random.nextInt(2) * random.nextInt(9));
      try {
        assertThat(EventCodec.server().read(message).toString()).isNotEmpty();
      } catch (MalformedEventException e) {
        assertThat(e).hasMessageStartingWith("Not an event: ");
      }
    }
  }

  /** The second reading sees what the first one saw: nothing was lost or invented in between. */
  private static void check(Sample mutant) {
    Object event;
    try {
      event = mutant.read();
    } catch (MalformedEventException e) {
      assertThat(e).hasMessageStartingWith("Not an event: ");
      return;
    }
    assertThat(event.toString()).isNotEmpty();
    try {
      assertThat(mutant.with(mutant.write(event)).read()).as(mutant.text()).isEqualTo(event);
    } catch (MalformedEventException e) {
      throw new AssertionError("written, but can't be read: " + mutant.text(), e);
    }
  }

  private static void mutate(ObjectNode root, Random random) {
    List<ObjectNode> objects = new ArrayList<>();
    collect(root, objects);
    ObjectNode object = objects.get(random.nextInt(objects.size()));
    List<String> names = List.copyOf(object.propertyNames());
    JsonNode odd = ODD_VALUES.get(random.nextInt(ODD_VALUES.size())).deepCopy();
    if (names.isEmpty()) {
      object.set("unknown", odd);
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name, JsonNodeFactory.instance.nullNode());
      case 2 -> object.set("unknown" + random.nextInt(3), odd);
      // A session with a type is one of GA: the beta rightly does not give the type again.
      default ->
          object.set(name, name.equals("session") ? JsonNodeFactory.instance.arrayNode() : odd);
    }
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
      object.values().forEach(child -> collect(child, objects));
    } else if (node instanceof ArrayNode array) {
      array.forEach(child -> collect(child, objects));
    }
  }
}
