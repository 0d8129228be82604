package dev.parlando.realtime;

final class ResponseShapes {
  static final Variants<ResponseConfig> CONFIG = new Variants<>();

  private ResponseShapes() {}
}
