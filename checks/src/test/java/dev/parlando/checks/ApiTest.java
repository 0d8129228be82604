package dev.parlando.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The public API of each artifact is the one that was reviewed: {@code api/<artifact>.api} in the
 * folder of its module.
 */
class ApiTest {

  private static final String PROPERTY = "parlando.api";

  @Test
  void thePublicApiIsAsReviewed() throws IOException {
    List<PublishedModule> modules = PublishedModule.all();
    ApiDump dump = new ApiDump(ApiScope.of(modules), ApiTest.class.getClassLoader());
    boolean update = Update.isWanted(PROPERTY);
    List<String> differences = new ArrayList<>();
    for (PublishedModule module : modules) {
      Path file = module.folder().resolve("api/" + module.artifact() + ".api");
      String now = dump.of(module);
      assertThat(now).as(module.artifact()).isNotEmpty();
      if (update) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, now);
      } else if (!Files.exists(file)) {
        differences.add(PublishedModule.PROJECT.relativize(file) + " is missing.");
      } else if (!text(file).equals(now)) {
        differences.add(difference(file, now));
      }
    }
    if (!differences.isEmpty()) {
      fail(
          "The public API is not the one that was reviewed.\n\n%s\n\n"
              + "If that is meant (docs/api.md says what may change), write it by: %s",
          String.join("\n\n", differences), Update.command(ApiTest.class, PROPERTY));
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n");
  }

  private static String difference(Path file, String now) throws IOException {
    List<String> before = text(file).lines().toList();
    String name = PublishedModule.PROJECT.relativize(file).toString();
    return String.join(
        "\n",
        UnifiedDiffUtils.generateUnifiedDiff(
            name, name, before, DiffUtils.diff(before, now.lines().toList()), 2));
  }

  @Test
  void theTextOfATypeSaysAllThatUsersSee() {
    ApiScope scope = new ApiScope(Set.of(ApiTest.class.getPackageName()));
    StringBuilder text = new StringBuilder();
    List.of(
            ApiSample.class,
            ApiSample.Shape.class,
            ApiSample.Point.class,
            ApiSample.Mark.class,
            ApiSample.Mode.class,
            ApiSample.Open.class)
        .forEach(type -> ApiTypeText.append(text, type, scope));
    assertThat(text.toString()).isEqualTo(ApiSample.TEXT);
    assertThat(scope.holds(ApiSample.Open.Inner.class)).isTrue();
    assertThat(scope.holds(ApiSample.Hidden.class)).isFalse();
    assertThat(new ApiScope(Set.of()).holds(ApiSample.class)).isFalse();
  }

  @Test
  void nothingIsUpdatedWhereNobodyReviews() {
    assertThat(Update.isWanted("p", "update", null)).isTrue();
    assertThat(Update.isWanted("p", "update", "false")).isTrue();
    assertThat(Update.isWanted("p", null, "true")).isFalse();
    assertThatThrownBy(() -> Update.isWanted("p", "update", "true"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("-Dp=update is refused where CI=true; run it locally, and commit the file");
    assertThatThrownBy(() -> Update.isWanted("p", "yes", null))
        .isInstanceOf(AssertionError.class)
        .hasMessage("-Dp=yes is unknown; the value is update");
  }
}
