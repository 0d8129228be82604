package dev.parlando.json;

import dev.parlando.json.ResultWriter.Encoder;
import dev.parlando.tool.ToolResult;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Makes results of what tools return; of {@code null}, the {@linkplain ToolResult#none() none}. */
public final class Results {

  private Results() {}

  /** A result as it is. */
  public static ToolResult of(@Nullable ToolResult result) {
    return result == null ? ToolResult.none() : result;
  }

  /** A text as it is. */
  public static ToolResult text(@Nullable Object text) {
    return text == null ? ToolResult.none() : ToolResult.text(text.toString());
  }

  /** A value that is written as text. */
  public static <T> ToolResult text(@Nullable T value, TextFormat<? super T> format) {
    return value == null ? ToolResult.none() : ToolResult.text(format.format(value));
  }

  /** A value that is written as JSON. */
  public static <T> ToolResult json(@Nullable T value, Encoder<? super T> encoder) {
    return value == null ? ToolResult.none() : ToolResult.json(ResultWriter.write(value, encoder));
  }

  /** A number. */
  public static ToolResult json(OptionalInt number) {
    return number.isPresent()
        ? ToolResult.json(Integer.toString(number.getAsInt()))
        : ToolResult.none();
  }

  /** A number. */
  public static ToolResult json(OptionalLong number) {
    return number.isPresent()
        ? ToolResult.json(Long.toString(number.getAsLong()))
        : ToolResult.none();
  }

  /** A number. */
  public static ToolResult json(OptionalDouble number) {
    return number.isPresent() ? json(number.getAsDouble(), ResultWriter::value) : ToolResult.none();
  }
}
