package dev.parlando.examples.benchmarks.processors;

import dev.parlando.examples.benchmarks.work.Javac;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;

/**
 * A processor of others, and what a class needs for it to have work.
 *
 * @param processors the names of its classes, with commas
 * @param onClass annotations of the class
 * @param query a type with four properties
 * @param members what else there is in the class; {@code %1$d} stands for its number
 */
record Peer(String name, String processors, String onClass, String query, String members) {

  private static final String CLASS =
      """
      package bench;
      import java.util.*;
      ON_CLASS
      class Desk%1$d {
        enum Level { LOW, MIDDLE, HIGH }
        /** What is asked for. */
        QUERY
        record Answer(String name, double weight, Level level, List<String> tags) {}
        MEMBERS
        /** Does thing number %1$d. */
        public Answer thing(Query query) {
          return new Answer(query.name(), 1.5, Level.LOW, query.tags());
        }
      }
      """;

  private static final String RECORD =
      "record Query(String name, Level level, int rank, List<String> tags) {}";

  private static final String MICRONAUT = "io.micronaut.annotation.processing.";

  static final List<Peer> ALL =
      List.of(
          new Peer(
              "autoValue",
              "com.google.auto.value.processor.AutoValueProcessor",
              "",
              """
              @com.google.auto.value.AutoValue
              abstract static class Query {
                abstract String name();
                abstract Level level();
                abstract int rank();
                abstract List<String> tags();
              }
              """,
              ""),
          new Peer(
              "avajeJsonb",
              "io.avaje.jsonb.generator.JsonbProcessor",
              "",
              "@io.avaje.jsonb.Json " + RECORD,
              ""),
          new Peer(
              "dagger",
              "dagger.internal.codegen.ComponentProcessor",
              "",
              RECORD,
              "@javax.inject.Inject Desk%1$d() {}"),
          new Peer(
              "mapStruct",
              "org.mapstruct.ap.MappingProcessor",
              "",
              RECORD,
              """
              record Copy(String name, Level level, int rank, List<String> tags) {}
              @org.mapstruct.Mapper
              interface Copier {
                Copy copy(Query query);
              }
              """),
          new Peer(
              "micronaut",
              MICRONAUT
                  + String.join(
                      "," + MICRONAUT,
                      "MixinVisitorProcessor",
                      "PackageElementVisitorProcessor",
                      "TypeElementVisitorProcessor",
                      "AggregatingTypeElementVisitorProcessor",
                      "BeanDefinitionInjectProcessor"),
              "@jakarta.inject.Singleton @io.micronaut.context.annotation.Executable",
              "@io.micronaut.core.annotation.Introspected " + RECORD,
              ""),
          new Peer(
              "recordBuilder",
              "io.soabase.recordbuilder.processor.RecordBuilderProcessor",
              "",
              "@io.soabase.recordbuilder.core.RecordBuilder " + RECORD,
              ""));

  static Peer named(String name) {
    return ALL.stream().filter(peer -> peer.name.equals(name)).findFirst().orElseThrow();
  }

  /** A number of classes, each in a source of its own. */
  List<JavaFileObject> sources(int count) {
    String java =
        CLASS.replace("ON_CLASS", onClass).replace("QUERY", query).replace("MEMBERS", members);
    return IntStream.range(0, count)
        .mapToObj(i -> Javac.source("bench.Desk" + i, String.format(Locale.ROOT, java, i)))
        .toList();
  }
}
