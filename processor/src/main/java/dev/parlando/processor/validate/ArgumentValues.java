package dev.parlando.processor.validate;

import dev.parlando.processor.model.DeclaredModel;
import dev.parlando.processor.model.PropertyModel;
import dev.parlando.processor.model.RecordModel;
import dev.parlando.processor.model.ToolSetModel;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.ValueModel;
import dev.parlando.processor.model.WrapperModel;
import java.util.ArrayList;
import java.util.List;

/** The values that arguments are made of. */
final class ArgumentValues {

  private ArgumentValues() {}

  /** The records that arguments are made of, plain parameters included. */
  static List<RecordModel> records(ToolSetModel model) {
    List<RecordModel> records = new ArrayList<>();
    for (DeclaredModel type : model.arguments().all()) {
      if (type instanceof RecordModel object) {
        records.add(object);
      }
    }
    return records;
  }

  /** Every value: those of properties, and what is inside of lists and maps. */
  static List<ValueModel> all(ToolSetModel model) {
    List<ValueModel> values = new ArrayList<>();
    for (DeclaredModel type : model.arguments().all()) {
      if (type instanceof RecordModel object) {
        for (PropertyModel property : object.properties()) {
          add(property.value(), values);
        }
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
