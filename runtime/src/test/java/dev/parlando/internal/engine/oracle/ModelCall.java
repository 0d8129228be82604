package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.Item;

/** A call that the model made. */
final class ModelCall {

  final SimResponse response;
  final Item.FunctionCall item;
  final int number;

  /** Whether the client learnt that it is complete. */
  boolean told;

  int runs;

  /** Whether its tool ended. */
  boolean ended;

  /** Whether its output said that it still runs, and its round goes on without it. */
  boolean deferred;

  /** Whether its final output went out. */
  boolean answered;

  boolean wantsReply = true;

  ModelCall(SimResponse response, Item.FunctionCall item, int number) {
    this.response = response;
    this.item = item;
    this.number = number;
  }
}
