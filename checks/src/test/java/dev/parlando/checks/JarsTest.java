package dev.parlando.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jars contain what they promise to users, to their lawyers and to Maven Central. */
class JarsTest {

  private static final String VERSION = System.getProperty("parlando.version");

  static List<PublishedModule> modules() {
    return PublishedModule.all();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyJarHasTheLicense(PublishedModule module) throws IOException {
    String license = Files.readString(PublishedModule.PROJECT.resolve("LICENSE"));
    for (String classifier : List.of("", "-sources", "-javadoc")) {
      Path file = module.jar(classifier);
      if (classifier.isEmpty() || Files.exists(file)) {
        assertThat(text(file, "META-INF/LICENSE")).as(file.toString()).isEqualTo(license);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyJarSaysWhatItIs(PublishedModule module) throws IOException {
    try (JarFile jar = new JarFile(module.jar("").toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Implementation-Title")).startsWith("Parlando ");
      assertThat(manifest.getValue("Implementation-Version")).isEqualTo(VERSION);
      assertThat(manifest.getValue("Implementation-Vendor")).isEqualTo("Parlando");
      assertThat(manifest.getValue("Automatic-Module-Name")).isNull();
    }
  }

  /** A processor's place is the processor path, which is a class path. */
  @ParameterizedTest
  @MethodSource("modules")
  void everyJarIsANamedModuleButTheProcessor(PublishedModule module) throws IOException {
    try (JarFile jar = new JarFile(module.jar("").toFile())) {
      boolean isProcessor =
          jar.getEntry("META-INF/services/javax.annotation.processing.Processor") != null;
      if (isProcessor) {
        assertThat(jar.getEntry("module-info.class")).isNull();
        return;
      }
      try (InputStream in = jar.getInputStream(jar.getEntry("module-info.class"))) {
        ModuleDescriptor descriptor = ModuleDescriptor.read(in);
        assertThat(descriptor.name())
            .isEqualTo(module.artifact().replace("parlando-", "dev.parlando."));
        assertThat(descriptor.isOpen()).isFalse();
        assertThat(descriptor.rawVersion()).hasValue(VERSION);
      }
    }
  }

  /** Classes that are not compiled from the module's own sources come from others. */
  @ParameterizedTest
  @MethodSource("modules")
  void aJarWithWorkOfOthersHasANotice(PublishedModule module) throws IOException {
    try (JarFile jar = new JarFile(module.jar("").toFile())) {
      List<String> foreign =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.endsWith(".class"))
              .filter(name -> !Files.exists(module.classes().resolve(name)))
              .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
              .distinct()
              .toList();
      for (String name : foreign) {
        assertThat(text(module.jar(""), "META-INF/NOTICE")).contains(name, "License");
      }
      assertThat(jar.getEntry("META-INF/NOTICE") != null).isEqualTo(!foreign.isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyPomSaysWhatMavenCentralAsks(PublishedModule module) throws IOException {
    String text =
        text(module.jar(""), "META-INF/maven/dev.parlando/" + module.artifact() + "/pom.xml");
    assertThat(text).doesNotContain("${");
    check(Pom.parse(text.getBytes(UTF_8)), module.artifact());
    check(Pom.read(module.folder().resolve(".flattened-pom.xml")), module.artifact());
  }

  @Test
  void theBomSaysWhatMavenCentralAsks() {
    check(Pom.read(PublishedModule.PROJECT.resolve("bom/.flattened-pom.xml")), "parlando-bom");
  }

  private static void check(Pom pom, String artifact) {
    assertThat(pom.text("/project/artifactId")).isEqualTo(artifact);
    assertThat(pom.text("/project/groupId")).isEqualTo("dev.parlando");
    assertThat(pom.text("/project/version")).isEqualTo(VERSION);
    assertThat(pom.text("/project/name")).startsWith("Parlando ");
    assertThat(pom.text("/project/description")).isNotEmpty();
    String url = pom.text("/project/url");
    assertThat(url).startsWith("https://").doesNotContain(artifact);
    assertThat(pom.text("/project/licenses/license/name")).isEqualTo("Apache-2.0");
    assertThat(pom.text("/project/licenses/license/url")).startsWith("https://");
    assertThat(pom.text("/project/developers/developer/name")).isNotEmpty();
    assertThat(pom.text("/project/scm/url")).isEqualTo(url);
    assertThat(pom.text("/project/scm/connection")).isEqualTo("scm:git:" + url + ".git");
    assertThat(pom.text("/project/scm/developerConnection")).startsWith("scm:git:");
    assertThat(pom.texts("/project/parent")).isEmpty();
    assertThat(pom.texts("/project/dependencies/dependency[scope='test']")).isEmpty();
    assertThat(pom.texts("/project/repositories")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  @EnabledIfSystemProperty(named = "parlando.release", matches = "true")
  void aReleaseHasAllThatIsUploaded(PublishedModule module) {
    assertThat(VERSION).doesNotContain("SNAPSHOT");
    Path folder =
        PublishedModule.PROJECT.resolve(
            "target/central/dev/parlando/%s/%s".formatted(module.artifact(), VERSION));
    for (String end :
        List.of(
            ".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml")) {
      Path file = folder.resolve(module.artifact() + "-" + VERSION + end);
      assertThat(file).isNotEmptyFile();
      assertThat(Path.of(file + ".md5")).isNotEmptyFile();
      assertThat(Path.of(file + ".sha1")).isNotEmptyFile();
    }
  }

  private static String text(Path file, String entry) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      assertThat(jar.getEntry(entry)).as("%s in %s", entry, file).isNotNull();
      try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
        return new String(in.readAllBytes(), UTF_8);
      }
    }
  }
}
