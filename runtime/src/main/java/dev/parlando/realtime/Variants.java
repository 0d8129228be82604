package dev.parlando.realtime;

@SuppressWarnings("DoNotCallSuggester") // filled next
final class Variants<T> {
  String nameOf(T value, Dialect dialect) {
    throw new UnsupportedOperationException("follows");
  }

  String print(T value) {
    throw new UnsupportedOperationException("follows");
  }
}
