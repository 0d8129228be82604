package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.ResultModel;
import dev.parlando.processor.model.ResultModel.Kind;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.Wrapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what methods return. */
final class ResultReader {

  private static final TypeModel NOTHING = new TypeModel.Any(new JavaType.Primitive("void"));

  /** Types that are no values but ways to get some, with what to return instead. */
  private static final Map<String, String> NO_VALUES =
      Map.of(
          "java.util.stream.BaseStream", "Return a java.util.List.",
          "java.util.Iterator", "Return a java.util.List.",
          "java.util.concurrent.Future", "Return a java.util.concurrent.CompletionStage.",
          "java.util.concurrent.Flow.Publisher", "Return a java.util.concurrent.CompletionStage.",
          "org.reactivestreams.Publisher", "Return a java.util.concurrent.CompletionStage.",
          "java.io.InputStream", "Return a byte[] or a String.",
          "java.io.Reader", "Return a String.",
          "java.lang.Runnable", "Return what it computes.",
          "java.util.function.Supplier", "Return what it supplies.");

  private final Reading reading;
  private final Lang lang;

  ResultReader(Reading reading) {
    this.reading = reading;
    this.lang = reading.lang();
  }

  ResultModel read(TypeMirror type, Place place) {
    Optional<DeclaredType> stage =
        type.getKind() == TypeKind.DECLARED
            ? lang.supertype(type, "java.util.concurrent.CompletionStage")
            : Optional.empty();
    if (stage.isPresent()) {
      return value(stage.get().getTypeArguments().get(0), true, place);
    }
    return value(type, false, place);
  }

  private ResultModel value(TypeMirror type, boolean later, Place place) {
    if (type.getKind() == TypeKind.VOID || Reading.isNamed(type, "java.lang.Void")) {
      return new ResultModel(Kind.NONE, NOTHING, Wrapping.NONE, later);
    }
    if (Reading.isNamed(type, "dev.parlando.tool.ToolResult")) {
      return new ResultModel(Kind.RESULT, NOTHING, Wrapping.NONE, later);
    }
    if (isNoValue(type, place)) {
      return new ResultModel(Kind.NONE, NOTHING, Wrapping.NONE, later);
    }
    TypeReader.Wrapped wrapped = TypeReader.Wrapped.of(TypeTree.of(lang, type));
    TypeModel model =
        wrapped
            .wrapping()
            .primitive()
            .<TypeModel>map(
                kind -> new TypeModel.Scalar(kind, new JavaType.Primitive(kind.keyword())))
            .orElseGet(() -> reading.types().value(wrapped.type(), Annotations.NONE, place).type());
    return new ResultModel(isText(model) ? Kind.TEXT : Kind.JSON, model, wrapped.wrapping(), later);
  }

  private boolean isNoValue(TypeMirror type, Place place) {
    if (type.getKind() != TypeKind.DECLARED) {
      return false;
    }
    // By name: to look these types up would make the compiler read them, and theirs, each time.
    Set<String> names = lang.namesOfSupertypes(type);
    for (Map.Entry<String, String> noValue : NO_VALUES.entrySet()) {
      if (names.contains(noValue.getKey())) {
        reading
            .report()
            .add(
                Problem.TOOL_RESULT_UNSUPPORTED,
                place.origin(),
                JavaTypes.of(type).shortName(),
                noValue.getValue());
        return true;
      }
    }
    return false;
  }

  private boolean isText(TypeModel type) {
    if (type instanceof TypeModel.Scalar scalar) {
      return scalar.kind().isText() || scalar.kind() == ScalarKind.CHAR;
    }
    return type instanceof TypeModel.Text
        || (type instanceof TypeModel.Declared declared && reading.isEnum(declared));
  }
}
