package dev.parlando.realtime;

final class ItemShapes {
  static final Variants<Item> ITEMS = new Variants<>();
  static final Variants<ContentPart> CONTENT = new Variants<>();

  private ItemShapes() {}
}
