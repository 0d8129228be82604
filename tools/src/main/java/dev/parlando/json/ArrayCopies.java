package dev.parlando.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From lists to arrays of primitive types and back. {@code null}, which stands for what could not
 * be read, becomes {@code null}, or zero as an element.
 */
public final class ArrayCopies {

  private ArrayCopies() {}

  /** An array of a list. */
  public static boolean @Nullable [] booleans(@Nullable List<Boolean> list) {
    if (list == null) {
      return null;
    }
    boolean[] array = new boolean[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = Boolean.TRUE.equals(list.get(i));
    }
    return array;
  }

  /** An array of a list. */
  public static char @Nullable [] chars(@Nullable List<Character> list) {
    if (list == null) {
      return null;
    }
    char[] array = new char[list.size()];
    for (int i = 0; i < array.length; i++) {
      Character value = list.get(i);
      array[i] = value == null ? 0 : value;
    }
    return array;
  }

  /** An array of a list. */
  public static short @Nullable [] shorts(@Nullable List<Short> list) {
    if (list == null) {
      return null;
    }
    short[] array = new short[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = number(list.get(i)).shortValue();
    }
    return array;
  }

  /** An array of a list. */
  public static int @Nullable [] ints(@Nullable List<Integer> list) {
    return list == null ? null : list.stream().mapToInt(each -> number(each).intValue()).toArray();
  }

  /** An array of a list. */
  public static long @Nullable [] longs(@Nullable List<Long> list) {
    return list == null
        ? null
        : list.stream().mapToLong(each -> number(each).longValue()).toArray();
  }

  /** An array of a list. */
  public static float @Nullable [] floats(@Nullable List<Float> list) {
    if (list == null) {
      return null;
    }
    float[] array = new float[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = number(list.get(i)).floatValue();
    }
    return array;
  }

  /** An array of a list. */
  public static double @Nullable [] doubles(@Nullable List<Double> list) {
    return list == null
        ? null
        : list.stream().mapToDouble(each -> number(each).doubleValue()).toArray();
  }

  private static Number number(@Nullable Number value) {
    return value == null ? 0 : value;
  }

  /** A list of an array. */
  public static List<Boolean> list(boolean[] array) {
    List<Boolean> list = new ArrayList<>(array.length);
    for (boolean value : array) {
      list.add(value);
    }
    return list;
  }

  /** A list of an array. */
  public static List<String> list(char[] array) {
    List<String> list = new ArrayList<>(array.length);
    for (char value : array) {
      list.add(String.valueOf(value));
    }
    return list;
  }

  /** A list of an array. */
  public static List<Short> list(short[] array) {
    List<Short> list = new ArrayList<>(array.length);
    for (short value : array) {
      list.add(value);
    }
    return list;
  }

  /** A list of an array. */
  public static List<Integer> list(int[] array) {
    List<Integer> list = new ArrayList<>(array.length);
    for (int value : array) {
      list.add(value);
    }
    return list;
  }

  /** A list of an array. */
  public static List<Long> list(long[] array) {
    List<Long> list = new ArrayList<>(array.length);
    for (long value : array) {
      list.add(value);
    }
    return list;
  }

  /** A list of an array. */
  public static List<Float> list(float[] array) {
    List<Float> list = new ArrayList<>(array.length);
    for (float value : array) {
      list.add(value);
    }
    return list;
  }

  /** A list of an array. */
  public static List<Double> list(double[] array) {
    List<Double> list = new ArrayList<>(array.length);
    for (double value : array) {
      list.add(value);
    }
    return list;
  }
}
