package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.Item;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.ServerEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Judges calls: each that the client learnt of is run at most once and answered once. */
final class CallBook {

  private final Findings findings;
  private final List<ModelCall> calls = new ArrayList<>();

  CallBook(Findings findings) {
    this.findings = findings;
  }

  void made(SimResponse response, Item.FunctionCall item, int number) {
    calls.add(new ModelCall(response, item, number));
  }

  /** Notices calls that the client learns of. */
  void delivered(ServerEvent event) {
    if (event instanceof ResponseEvent.OutputItemDone done
        && done.item() instanceof Item.FunctionCall call) {
      learn(call);
    } else if (event instanceof ResponseEvent.Done done) {
      for (Item item : done.response().output()) {
        if (item instanceof Item.FunctionCall call) {
          learn(call);
        }
      }
    }
  }

  private void learn(Item.FunctionCall item) {
    ModelCall call = item.status() == Item.Status.COMPLETED ? withItem(item.id()) : null;
    if (call != null) {
      call.told = true;
    }
  }

  private ModelCall withItem(String itemId) {
    for (ModelCall call : calls) {
      if (call.item.id().equals(itemId)) {
        return call;
      }
    }
    return null;
  }

  ModelCall numbered(int number) {
    for (ModelCall call : calls) {
      if (call.number == number) {
        return call;
      }
    }
    return null;
  }

  /** A tool was started. Returns the call it is for. */
  ModelCall started(String arguments) {
    ModelCall call = numbered(Tokens.numberIn(arguments));
    if (call != null && ++call.runs > 1) {
      findings.add(Rule.CALL_RUN_TWICE, call.item.callId() + " " + arguments);
    }
    return call;
  }

  /** The call that an item of the client answers; null: it has no call's number. */
  ModelCall answeredBy(Item item) {
    BitSet outputs = new BitSet();
    Tokens.read(item, new BitSet(), outputs);
    return outputs.isEmpty() ? null : numbered(outputs.nextSetBit(0));
  }

  /** The application wants no reply to what is under way. */
  void interrupted() {
    calls.forEach(call -> call.wantsReply = false);
  }

  List<ModelCall> of(SimResponse response) {
    List<ModelCall> found = new ArrayList<>();
    for (ModelCall call : calls) {
      if (call.response == response) {
        found.add(call);
      }
    }
    return found;
  }

  /** At rest: what the client learnt of is answered. */
  void settle(ServerLine line) {
    for (ModelCall call : calls) {
      boolean binding =
          call.told
              && !call.response.outOfBand
              && call.response.status == Response.Status.COMPLETED;
      if (binding && !call.answered && call.runs == 0) {
        findings.add(Rule.CALL_NOT_ANSWERED, "call " + call.item.callId() + " o" + call.number);
      }
    }
    String open = line == null ? null : line.conversation.openCall();
    if (open != null && calls.stream().anyMatch(c -> c.item.callId().equals(open) && c.told)) {
      findings.add(Rule.CALL_NOT_ANSWERED, "call " + open + " is open at the server");
    }
  }
}
