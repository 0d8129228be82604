package dev.parlando.realtime;

final class ServerEventShapes {
  static final Variants<ServerEvent> EVENTS = new Variants<>();

  private ServerEventShapes() {}
}
