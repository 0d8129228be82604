package mcp.git;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Names with prefixes, parameters in snake case, values with patterns. */
final class GitServer {

  private static final String DEFAULT_BRANCH = "main";

  @Tool(name = "git_status", value = "Shows the working tree status")
  String status(@JsonProperty("repo_path") String repoPath) {
    return "";
  }

  @Tool(name = "git_diff", value = "Shows differences between branches or commits")
  String diff(@JsonProperty("repo_path") String repoPath, String target, @JsonProperty("context_lines") @DefaultValue("3") @Min(0) int contextLines) {
    return "";
  }

  @Tool(name = "git_commit", value = "Records changes", effect = SideEffect.WRITE)
  Hash commit(@JsonProperty("repo_path") String repoPath, @NotBlank @Size(max = 5000) String message, Optional<Author> author) {
    return null;
  }

  @Tool(name = "git_add", value = "Adds files to the index", effect = SideEffect.WRITE)
  void add(@JsonProperty("repo_path") String repoPath, @NotEmpty List<@NotBlank String> files) {}

  @Tool(name = "git_reset", value = "Unstages all changes", effect = SideEffect.IRREVERSIBLE)
  void reset(@JsonProperty("repo_path") String repoPath, @DefaultValue("MIXED") Mode mode) {}

  @Tool(name = "git_log", value = "Shows the commit log")
  List<Commit> log(LogQuery query) {
    return List.of();
  }

  @Tool(name = "git_create_branch", value = "Creates a branch", effect = SideEffect.WRITE)
  void createBranch(
      @JsonProperty("repo_path") String repoPath,
      @JsonProperty("branch_name") @Pattern(regexp = "[A-Za-z0-9/_.-]+") String branch,
      @JsonProperty("base_branch") @DefaultValue(DEFAULT_BRANCH) String base) {}

  @Tool(name = "git_checkout", value = "Switches branches", effect = SideEffect.WRITE)
  void checkout(@JsonProperty("repo_path") String repoPath, String branch) {}

  @Tool(name = "git_show", value = "Shows a commit")
  Commit show(@JsonProperty("repo_path") String repoPath, Hash revision) {
    return null;
  }

  @Tool(name = "git_branch", value = "Lists branches")
  List<Branch> branches(@JsonProperty("repo_path") String repoPath, @DefaultValue("LOCAL") Where where) {
    return List.of();
  }

  @Tool(name = "git_blame", value = "Who wrote each line")
  List<Line> blame(@JsonProperty("repo_path") String repoPath, String file, Optional<Range> range) {
    return List.of();
  }

  record LogQuery(
      @JsonProperty("repo_path") String repoPath,
      @JsonProperty("max_count") @DefaultValue("10") @Min(1) int maxCount,
      Optional<OffsetDateTime> since,
      Optional<OffsetDateTime> until,
      Optional<@Email String> author) {}

  record Hash(@com.fasterxml.jackson.annotation.JsonValue @Pattern(regexp = "[0-9a-f]{7,40}") String value) {}

  record Author(String name, @Email String email) {}

  record Commit(Hash hash, Author author, OffsetDateTime at, String message) {}

  record Branch(String name, boolean current) {}

  record Line(int number, Hash hash, String text) {}

  record Range(@Min(1) int from, @Describe("Inclusive") @Min(1) int to) {}

  enum Mode { SOFT, MIXED, HARD }

  enum Where { LOCAL, REMOTE, ALL }
}
