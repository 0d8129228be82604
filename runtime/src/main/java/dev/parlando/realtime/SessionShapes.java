package dev.parlando.realtime;

final class SessionShapes {
  static final Variants<SessionConfig> CONFIG = new Variants<>();

  private SessionShapes() {}
}
