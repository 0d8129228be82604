package dev.parlando.processor.render;

import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolModel;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.TypeTable;
import dev.parlando.processor.model.WrapperModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The identifiers by which generated code reaches types: their own, and the roots of packages. */
final class TypeIdentifiers {

  private final Set<String> roots = new LinkedHashSet<>(List.of("java", "dev"));
  private final Set<String> types = new LinkedHashSet<>();

  TypeIdentifiers(ToolSetModel model) {
    add(model.agent());
    add(model.generated());
    add(model.arguments());
    add(model.results());
    for (ToolModel tool : model.tools()) {
      add(tool.result().type().javaType());
    }
  }

  /** The first parts of packages. */
  Set<String> roots() {
    return roots;
  }

  /** All identifiers. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>(roots);
    all.addAll(types);
    return all;
  }

  private void add(TypeTable types) {
    for (DeclaredModel each : types.all()) {
      if (each instanceof RecordModel object) {
        for (PropertyModel property : object.properties()) {
          add(property.javaType());
          add(property.value().type().javaType());
        }
        if (!object.declared()) {
          // The name of a holder can be chosen; see Names.
          continue;
        }
      } else if (each instanceof WrapperModel wrapper) {
        add(wrapper.value().type().javaType());
      }
      add(each.javaType());
    }
  }

  private void add(JavaType type) {
    if (type instanceof JavaType.Array array) {
      add(array.component());
    } else if (type instanceof JavaType.ClassType classType) {
      String packageName = classType.packageName();
      if (!packageName.isEmpty()) {
        int dot = packageName.indexOf('.');
        roots.add(dot < 0 ? packageName : packageName.substring(0, dot));
      }
      types.addAll(classType.simpleNames());
      for (JavaType argument : classType.arguments()) {
        add(argument);
      }
    }
  }
}
