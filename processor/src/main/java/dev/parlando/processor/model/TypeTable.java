package dev.parlando.processor.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The application's types, by id, so that a type may contain itself. */
public final class TypeTable {

  private final Map<String, DeclaredModel> types;

  /** A table of types, in the order they were met. */
  public TypeTable(Map<String, DeclaredModel> types) {
    this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  /** All types, in the order they were met. */
  public Collection<DeclaredModel> all() {
    return types.values();
  }

  /** The type of an id that was met. */
  public DeclaredModel get(String id) {
    DeclaredModel type = types.get(id);
    if (type == null) {
      throw new IllegalArgumentException("no type " + id);
    }
    return type;
  }

  /** The type that a reference means. */
  public DeclaredModel get(TypeModel.Declared reference) {
    return get(reference.id());
  }

  /** Whether a value of the type may contain another of the same type. */
  public boolean isRecursive(String id) {
    return reachable(id).contains(id);
  }

  /** The types that a value of a type may contain. */
  public Set<String> reachable(String id) {
    Set<String> ids = new LinkedHashSet<>();
    addReachable(id, ids);
    return ids;
  }

  /** Whether a value of a type has constraints that only a validator understands. */
  public boolean needsValidator(TypeModel type) {
    Set<String> ids = new LinkedHashSet<>();
    addReferences(type, ids);
    for (String id : List.copyOf(ids)) {
      ids.addAll(reachable(id));
    }
    for (String id : ids) {
      if (get(id) instanceof RecordModel object && object.needsValidator()) {
        return true;
      }
    }
    return false;
  }

  private void addReachable(String from, Set<String> ids) {
    for (String next : references(get(from))) {
      if (ids.add(next)) {
        addReachable(next, ids);
      }
    }
  }

  private static Set<String> references(DeclaredModel type) {
    Set<String> ids = new LinkedHashSet<>();
    if (type instanceof RecordModel declared) {
      for (PropertyModel property : declared.properties()) {
        addReferences(property.value().type(), ids);
      }
    } else if (type instanceof UnionModel union) {
      for (UnionModel.Variant variant : union.variants()) {
        ids.add(variant.type().id());
      }
    } else if (type instanceof WrapperModel wrapper) {
      addReferences(wrapper.value().type(), ids);
    }
    return ids;
  }

  private static void addReferences(TypeModel type, Set<String> ids) {
    if (type instanceof TypeModel.Declared declared) {
      ids.add(declared.id());
    } else if (type instanceof TypeModel.Sequence sequence) {
      addReferences(sequence.element().type(), ids);
    } else if (type instanceof TypeModel.Mapping mapping) {
      addReferences(mapping.key(), ids);
      addReferences(mapping.value().type(), ids);
    }
  }
}
