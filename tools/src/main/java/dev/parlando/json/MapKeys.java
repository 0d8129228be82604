package dev.parlando.json;

import java.math.BigInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types of map keys that are not written as text elsewhere. */
public final class MapKeys {

  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,999}");

  /** Any text. */
  public static final TextFormat<String> STRING = new Key<>(text -> text, "text");

  /** A whole number of 8 bits. */
  public static final TextFormat<Byte> BYTE = whole(Byte::valueOf);

  /** A whole number of 16 bits. */
  public static final TextFormat<Short> SHORT = whole(Short::valueOf);

  /** A whole number of 32 bits. */
  public static final TextFormat<Integer> INT = whole(Integer::valueOf);

  /** A whole number of 64 bits. */
  public static final TextFormat<Long> LONG = whole(Long::valueOf);

  /** A whole number of any size. */
  public static final TextFormat<BigInteger> BIG_INTEGER = whole(BigInteger::new);

  private MapKeys() {}

  private static <T> TextFormat<T> whole(Function<String, T> parser) {
    return new Key<>(
        text -> WHOLE.matcher(text).matches() ? parser.apply(text) : null, "a whole number");
  }

  private record Key<T>(Function<String, @Nullable T> parser, String expected)
      implements TextFormat<T> {

    @Override
    public @Nullable T parse(String text) {
      try {
        return parser.apply(text);
      } catch (NumberFormatException e) {
        // Too large for the type.
        return null;
      }
    }

    @Override
    public String format(T value) {
      return value.toString();
    }
  }
}
