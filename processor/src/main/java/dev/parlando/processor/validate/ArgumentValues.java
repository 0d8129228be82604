package dev.parlando.processor.validate;

import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.ValueModel;
import dev.parlando.processor.model.WrapperModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The values that arguments are made of. */
final class ArgumentValues {

  private ArgumentValues() {}

  /** The records that arguments are made of, plain parameters included. */
  static Stream<RecordModel> records(ToolSetModel model) {
    return model.arguments().all().stream()
        .filter(RecordModel.class::isInstance)
        .map(RecordModel.class::cast);
  }

  /** Every value: those of properties, and what is inside of lists and maps. */
  static List<ValueModel> all(ToolSetModel model) {
    List<ValueModel> values = new ArrayList<>();
    for (DeclaredModel type : model.arguments().all()) {
      if (type instanceof RecordModel object) {
        object.properties().forEach(property -> add(property.value(), values));
      } else if (type instanceof WrapperModel wrapper) {
        add(wrapper.value(), values);
      }
    }
    return values;
  }

  private static void add(ValueModel value, List<ValueModel> values) {
    values.add(value);
    if (value.type() instanceof TypeModel.Sequence sequence) {
      add(sequence.element(), values);
    } else if (value.type() instanceof TypeModel.Mapping mapping) {
      add(mapping.value(), values);
    }
  }
}
