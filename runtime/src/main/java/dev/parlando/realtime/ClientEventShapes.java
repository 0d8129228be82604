package dev.parlando.realtime;

final class ClientEventShapes {
  static final Variants<ClientEvent> EVENTS = new Variants<>();

  private ClientEventShapes() {}
}
