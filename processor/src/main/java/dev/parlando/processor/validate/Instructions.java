package dev.parlando.processor.validate;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.EnumModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.ToolSetModel.ProfileModel;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The instructions mention no tool that is not there. */
final class Instructions implements Rule {

  /** Words that are written as tools' names are, or as Java's methods are. */
  private static final Pattern NAME =
      Pattern.compile("\\b[a-z][a-z0-9]*(_[a-z0-9]+)+\\b|\\b[a-z][a-z0-9]+([A-Z][a-z0-9]+)+\\b");

  @Override
  public void check(ToolSetModel model, Report report) {
    if (model.profile().isPresent()) {
      check(model.profile().get(), model, report);
    }
  }

  private static void check(ProfileModel profile, ToolSetModel model, Report report) {
    Set<String> known = knownNames(model);
    NAME.matcher(profile.instructions())
        .results()
        .map(MatchResult::group)
        .filter(word -> !known.contains(word))
        .distinct()
        .forEach(
            word ->
                report.add(
                    Problem.UNKNOWN_TOOL_MENTIONED, profile.origin(), word, advice(word, model)));
  }

  /** Instructions may well mention what arguments are called. */
  private static Set<String> knownNames(ToolSetModel model) {
    Set<String> known = new HashSet<>();
    model.tools().forEach(tool -> known.add(tool.name()));
    for (DeclaredModel type : model.arguments().all()) {
      if (type instanceof RecordModel object) {
        object.visibleProperties().forEach(property -> known.add(property.name()));
      } else if (type instanceof EnumModel constants) {
        constants.constants().forEach(constant -> known.add(constant.name()));
      }
    }
    return known;
  }

  private static String advice(String word, ToolSetModel model) {
    List<String> names = model.tools().stream().map(ToolModel::name).toList();
    String folded = fold(word);
    for (ToolModel tool : model.tools()) {
      if (fold(tool.name()).equals(folded) || fold(tool.method()).equals(folded)) {
        return "Did you mean " + tool.name() + "?";
      }
    }
    return Spelling.closest(word, names)
        .map(name -> "Did you mean " + name + "?")
        .orElse("Remove it, or add the tool.");
  }

  private static String fold(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
