package dev.parlando.internal.engine.oracle;

import java.util.List;

/** A fault for each transition of the engine, and for each cause of one. */
final class Mutants {

  static final List<Mutant> ALL =
      List.of(
          new Mutant(
              "a retryable failure is not asked again",
              "ErrorCodes",
              "return response.status() == Status.FAILED && error != null && transientCode(error);",
              "return false;"),
          new Mutant(
              "a missing response is given up in silence",
              "ResponseScheduler",
              "    } else {\n      queue.putBack(sent.request().again());\n    }\n  }\n\n  /** Whether a reply is outside",
              "    }\n  }\n\n  /** Whether a reply is outside"),
          new Mutant(
              "a busy refusal loses the request",
              "ResponseScheduler",
              "    if (busy) {\n      queue.putBack(refused.request());",
              "    if (busy) {"),
          new Mutant(
              "a request is lost with its connection",
              "ResponseScheduler",
              "    if (unmet != null) {\n      queue.putBack(unmet.request());\n    }",
              ""),
          new Mutant(
              "the end of a response does not free the floor",
              "ResponseScheduler",
              "    active = null;\n    current = null;\n    cancelSent = false;\n    out.stop",
              "    current = null;\n    cancelSent = false;\n    out.stop"),
          new Mutant(
              "a call that is told twice runs twice",
              "Calls",
              "    if (known != null) {\n      refuseChange(known, toolCall);\n      return;\n    }",
              ""),
          new Mutant(
              "the output of a tool is not sent",
              "CallAnswers",
              "    sent.put(out.send(new ClientEvent.ItemCreate(item)), call);",
              "    sent.put(out.nextId(), call);"),
          new Mutant(
              "a round asks for no response",
              "ToolRounds",
              "    replies.request(ResponseRequest.toAnswers(round.answers(), speakOnly));",
              ""),
          new Mutant(
              "a tool that never returns is never given up",
              "Calls",
              "    if (timeoutMs > 0) {\n      out.start(new Timer(Kind.TOOL, call.id()), timeoutMs);",
              "    if (timeoutMs < 0) {\n      out.start(new Timer(Kind.TOOL, call.id()), timeoutMs);"),
          new Mutant(
              "items are not restored on a new connection",
              "Engine",
              "      items.forEach(item -> out.sendNow(new ClientEvent.ItemCreate(Restoration.of(item))));",
              ""));

  private Mutants() {}
}
