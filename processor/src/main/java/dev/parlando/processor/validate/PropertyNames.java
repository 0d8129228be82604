package dev.parlando.processor.validate;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.diagnostic.Report;
import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.EnumModel;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolSetModel;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The properties of an object, and the constants of an enum, have different names. */
final class PropertyNames implements Rule {

  /** What the runtime can keep track of. */
  private static final int MAX_PROPERTIES = 64;

  @Override
  public void check(ToolSetModel model, Report report) {
    for (DeclaredModel type : model.arguments().all()) {
      if (type instanceof RecordModel object) {
        check(object, report);
        checkCount(object, report);
      } else if (type instanceof EnumModel constants) {
        check(constants, report);
      }
    }
    // Results go out under the same names.
    for (DeclaredModel type : model.results().all()) {
      if (type instanceof RecordModel object) {
        check(object, report);
      }
    }
  }

  private static void check(RecordModel type, Report report) {
    Set<String> names = new HashSet<>();
    if (type.tag().isPresent()) {
      names.add(type.tag().get().property());
    }
    for (PropertyModel property : type.visibleProperties()) {
      if (!names.add(property.name())) {
        report.add(Problem.PROPERTY_NAME_DUPLICATE, property.origin(), property.name());
      }
      for (String alias : property.aliases()) {
        if (!alias.equals(property.name()) && !names.add(alias)) {
          report.add(Problem.PROPERTY_NAME_DUPLICATE, property.origin(), alias);
        }
      }
    }
  }

  /** Results may have any number: nothing must be kept of them. */
  private static void checkCount(RecordModel type, Report report) {
    List<PropertyModel> properties = type.visibleProperties();
    if (properties.size() > MAX_PROPERTIES) {
      report.add(
          Problem.TOO_MANY_PROPERTIES,
          type.origin(),
          type.javaType().shortName(),
          properties.size(),
          MAX_PROPERTIES);
    }
  }

  private static void check(EnumModel type, Report report) {
    Set<String> names = new HashSet<>();
    for (EnumModel.Constant constant : type.constants()) {
      Set<String> own = new LinkedHashSet<>(constant.aliases());
      own.add(constant.name());
      for (String name : own) {
        if (!names.add(name)) {
          report.add(Problem.PROPERTY_NAME_DUPLICATE, type.origin(), name);
        }
      }
    }
  }
}
