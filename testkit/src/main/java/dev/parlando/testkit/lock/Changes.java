package dev.parlando.testkit.lock;

import java.util.ArrayList;
import java.util.List;

/** Collects what changed at a place of a tool, and below it. */
final class Changes {

  private final List<Change> all;
  private final String pointer;

  private Changes(List<Change> all, String pointer) {
    this.all = all;
    this.pointer = pointer;
  }

  /** Of a tool as a whole. */
  static Changes ofTool() {
    return new Changes(new ArrayList<>(), "");
  }

  /** The same collection, one step deeper. */
  Changes at(String key) {
    return new Changes(all, pointer + "/" + key.replace("~", "~0").replace("/", "~1"));
  }

  /** The same collection, at another place of the tool's parameters. */
  Changes atParameters(String path) {
    return new Changes(all, "/parameters" + path);
  }

  void add(ChangeKind kind, String text) {
    all.add(new Change(kind, pointer, text));
  }

  void breaking(String text) {
    add(ChangeKind.BREAKING, text);
  }

  void widening(String text) {
    add(ChangeKind.WIDENING, text);
  }

  void wording(String text) {
    add(ChangeKind.WORDING, text);
  }

  /** Everything that was collected, at whatever place. */
  List<Change> all() {
    return List.copyOf(all);
  }
}
