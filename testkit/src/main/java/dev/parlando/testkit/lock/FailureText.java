package dev.parlando.testkit.lock;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.stream.Collectors;

/** Describes how the tools differ from the lock, and how the difference is accepted. */
final class FailureText {

  private static final int CONTEXT_LINES = 3;

  private final String lockName;
  private final String acceptCommand;

  FailureText(String lockName, String acceptCommand) {
    this.lockName = lockName;
    this.acceptCommand = acceptCommand;
  }

  String missing(List<LockedTool> tools) {
    return """
        There is no %s, with which the tools of this module would be compared. Write it by
          %s
        then review and commit it.

        %s"""
        .formatted(lockName, acceptCommand, new CatalogueSize(tools).text());
  }

  /**
   * @param changed the tools that changed; none if only the form of the file differs
   * @param before the text of the lock
   * @param after what it should be
   */
  String different(
      List<ToolComparison> changed, String before, String after, List<LockedTool> tools) {
    String summary =
        changed.isEmpty()
            ? "The tools are the same; the file is not in the form in which it is written.\n\n"
            : changed.stream().map(FailureText::tool).collect(Collectors.joining());
    return """
        The tools of this module are not those of %s.

        %s%s
        %s
        If that is what you want, accept it by
          %s
        then review and commit the file.
        """
        .formatted(
            lockName, summary, diff(before, after), new CatalogueSize(tools).text(), acceptCommand);
  }

  private static String tool(ToolComparison compared) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s (%s): %s\n"
            .formatted(
                compared.tool().name(),
                compared.tool().source(),
                compared.kinds().stream().map(Enum::name).collect(Collectors.joining(", "))));
    for (Change change : compared.changes()) {
      text.append("  %-8s  ".formatted(change.kind()));
      if (!change.pointer().isEmpty()) {
        text.append(change.pointer()).append("  ");
      }
      text.append(change.text()).append('\n');
    }
    return text.append('\n').toString();
  }

  private String diff(String before, String after) {
    List<String> old = before.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
            lockName, "generated", old, DiffUtils.diff(old, after.lines().toList()), CONTEXT_LINES)
        .stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
