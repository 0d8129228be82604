package dev.parlando.processor.discover;

import dev.parlando.processor.model.JavaType;
import dev.parlando.processor.model.ResultModel;
import dev.parlando.processor.model.ResultModel.Kind;
import dev.parlando.processor.model.ScalarKind;
import dev.parlando.processor.model.TypeModel;
import dev.parlando.processor.model.Wrapping;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what methods return. */
final class ResultReader {

  private static final TypeModel NOTHING = new TypeModel.Any(new JavaType.Primitive("void"));

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
    TypeReader.Wrapped wrapped = TypeReader.Wrapped.of(TypeTree.of(lang, type));
    Optional<ScalarKind> primitive = wrapped.wrapping().primitive();
    TypeModel model =
        primitive.isPresent()
            ? new TypeModel.Scalar(
                primitive.get(), new JavaType.Primitive(primitive.get().keyword()))
            : reading.types().value(wrapped.type(), Annotations.NONE, place).type();
    return new ResultModel(isText(model) ? Kind.TEXT : Kind.JSON, model, wrapped.wrapping(), later);
  }

  private boolean isText(TypeModel type) {
    if (type instanceof TypeModel.Scalar scalar) {
      return scalar.kind().isText() || scalar.kind() == ScalarKind.CHAR;
    }
    return type instanceof TypeModel.Text
        || (type instanceof TypeModel.Declared declared && reading.isEnum(declared));
  }
}
