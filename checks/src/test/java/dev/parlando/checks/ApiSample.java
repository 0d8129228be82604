package dev.parlando.checks;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of each kind of type and member, and the text that the dump has for them. */
@SuppressWarnings({"unused", "DoNotCallSuggester", "ProtectedMembersInFinalClass"})
public final class ApiSample<T extends @Nullable Object> extends HiddenBase {

  public static final int LIMIT = 64;
  public static final String NAME = "a \"b\"";
  static final int UNSEEN = 1;

  private ApiSample() {}

  public <E extends Enum<E> & Runnable> Map<String, @Nullable E> map(
      List<? extends T> from, Class<? super E> to, byte @Nullable [] bytes, String... rest)
      throws IOException {
    throw new IOException();
  }

  protected void onlyThisPackageSeesIt() {}

  @Deprecated(since = "1", forRemoval = true)
  public static void old() {}

  @Override
  public String toString() {
    return "";
  }

  public sealed interface Shape permits Point, Hidden {
    int area();

    default int twice() {
      return 2 * area();
    }
  }

  public record Point(int x, @Nullable String label) implements Shape {
    public Point(int x) {
      this(x, null);
    }

    @Override
    public int area() {
      return 0;
    }
  }

  record Hidden(int area) implements Shape {}

  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.METHOD, ElementType.TYPE})
  public @interface Mark {
    String value();

    int[] counts() default {};

    Class<?> type() default void.class;
  }

  public enum Mode {
    SECOND,
    FIRST {
      @Override
      void differ() {}
    };

    void differ() {}
  }

  public abstract static class Open {
    protected int held;

    protected Open() {}

    protected abstract void hook();

    protected static class Inner {
      protected Inner() {}
    }
  }

  static final String TEXT =
      """
      public final class dev.parlando.checks.ApiSample<T extends @Nullable Object> is Runnable
        public static final int LIMIT = 64
        public static final String NAME = "a \\"b\\""
        public final int inherited()
        public <E extends Enum<E> & Runnable> java.util.Map<String, @Nullable E> map(java.util.List<? extends T>, Class<? super E>, byte @Nullable [], String...) throws java.io.IOException
        @Deprecated(forRemoval = true, since = "1") public static void old()
        public void run()
      public sealed interface dev.parlando.checks.ApiSample.Shape permits dev.parlando.checks.ApiSample.Point, (hidden)
        public abstract int area()
        public default int twice()
      public record dev.parlando.checks.ApiSample.Point(int x, @Nullable String label) is dev.parlando.checks.ApiSample.Shape
        public new(int)
        public int area()
        public @Nullable String label()
        public int x()
      @Retention(value = CLASS) @Target(value = {METHOD, TYPE}) public @interface dev.parlando.checks.ApiSample.Mark
        public abstract int[] counts() default {}
        public abstract Class<?> type() default void.class
        public abstract String value()
      public enum dev.parlando.checks.ApiSample.Mode
        FIRST
        SECOND
        public static dev.parlando.checks.ApiSample.Mode valueOf(String)
        public static dev.parlando.checks.ApiSample.Mode[] values()
      public abstract static class dev.parlando.checks.ApiSample.Open
        protected int held
        protected new()
        protected abstract void hook()
      """;
}

/** What users can't name hands down what they can call. */
abstract class HiddenBase implements Runnable {
  @Override
  public void run() {}

  public final int inherited() {
    return 1;
  }
}
