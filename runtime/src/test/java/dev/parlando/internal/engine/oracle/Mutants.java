package dev.parlando.internal.engine.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A fault for each transition of the engine's three tables, and for each cause of faults seen. */
final class Mutants {

  private static final Pattern TRANSITION =
      Pattern.compile("\\.on\\((\\w+), Step\\.(\\w+), (\\w+)\\)");

  /** States that nothing leads to yet: approvals and journals are to be built on them. */
  private static final Pattern UNUSED = Pattern.compile("APPROVING|RECORDING|Step.SUBMIT");

  /** The tables, by their sources. */
  static final List<String> TABLES =
      List.of("turns/TurnState", "connection/Phase", "calls/CallState");

  /**
   * What was seen to go wrong, put back. A stopped timer that still acts is not among them:
   * whatever a timer is for looks whether it is still due, so that nothing of it is seen from
   * outside.
   */
  static final List<Mutant> CAUSES =
      List.of(
          new Mutant(
              "K1: what the line took is not asked for again",
              "turns/ResponseScheduler",
              "turns.missed(turn, \"\", \"the connection was lost\");",
              "turns.overtaken(turn, \"the connection was lost\");"),
          new Mutant(
              "K1: a failed response is not asked for again",
              "turns/Ending",
              "      broken(turn, code, why);\n    }\n  }\n\n  private void incomplete",
              "      turns.answered(turn, run.id());\n    }\n  }\n\n  private void incomplete"),
          new Mutant(
              "K1: a response that gave no sign of life is not asked for again",
              "turns/Responses",
              "        turns.missed(turn, \"\", why);\n      } else if (turn.is(TurnState.HEARD) && run.ends",
              "        turns.overtaken(turn, why);\n      } else if (turn.is(TurnState.HEARD) && run.ends"),
          new Mutant(
              "K1: the server's own response is awaited for ever",
              "turns/ResponseScheduler",
              "    if (responses.current() == null) {\n      List<OwedTurn> missed",
              "    if (responses.current() != null) {\n      List<OwedTurn> missed"),
          new Mutant(
              "K2: what an older dial says counts",
              "Engine",
              "if (ofDial.dial() != lifecycle.dial()) {",
              "if (ofDial.dial() > lifecycle.dial()) {"),
          new Mutant(
              "K2: a dial is made though nobody wants it any more",
              "connection/Lifecycle",
              "return number == dial && (phase == Phase.NEW || phase == Phase.PAUSING);",
              "return true;"),
          new Mutant(
              "K2: a failed handshake leaves its connection open",
              "connection/Lifecycle",
              "    out.stop(Timer.of(Kind.CONNECT));\n    out.add(new Effect.Disconnect(1000, \"\"));\n"
                  + "    if (!again) {\n      step(Step.END);\n      end =",
              "    out.stop(Timer.of(Kind.CONNECT));\n    if (!again) {\n      step(Step.END);\n"
                  + "      end ="),
          new Mutant(
              "K2: items of an old connection are cut on the new",
              "conversation/Playback",
              "      part.remote = false;",
              "      part.remote = true;"),
          new Mutant(
              "K3, K4: the output of a call that no thread could run is not sent",
              "calls/CallAnswers",
              "    port.answer(new Answer(call.id(), output));\n",
              ""),
          new Mutant(
              "K5: a response that begins too late is spoken as well",
              "turns/Responses",
              "boolean unwanted = met.isEmpty() && (ask != null || late);",
              "boolean unwanted = false;"),
          new Mutant(
              "K7: a call that is told twice runs twice",
              "CallReader",
              "    if (sighting.requested != null) {\n      refuseChange(responseId, sighting.requested,"
                  + " item);\n      return;\n    }\n",
              ""),
          new Mutant(
              "K7: a call that was told unfinished first is not run",
              "CallReader",
              "sighting.unfinished = true; // The end of the response may tell it whole.",
              "sighting.requested = toolCall(sighting);"),
          new Mutant(
              "K7: a call number that was used before is taken for the same call",
              "CallNames",
              "for (int times = 2; used.putIfAbsent(id, true) != null; times++) {",
              "for (int times = 2; times < 2; times++) {"),
          new Mutant(
              "K8: a response that names another request belongs to it all the same",
              "turns/Asks",
              "      if (relied && named.mayBe(responseId)) {",
              "      if (responseId.isEmpty()) {"),
          new Mutant(
              "K9: the result that a server refused is lost",
              "WireCalls",
              "      send(refused.callId(), text, Item.systemText(text));\n",
              ""),
          new Mutant(
              "K9: an out-of-band response plays on over the caller",
              "ModelAudio",
              "      silence(run.id());\n      run.spokenOver();",
              "      run.spokenOver();"),
          new Mutant(
              "K9: protected speech is cut",
              "Interruptions",
              "if (configuration.interruptsBySpeech()) {",
              "if (true) {"),
          new Mutant(
              "K9: what is under way at an interruption is spoken about",
              "calls/ToolRound",
              "return responseWanted && !overtaken;",
              "return responseWanted;"),
          new Mutant(
              "K9: two responses are heard at once",
              "ModelAudio",
              "if (responseId.equals(speaking) || (waiting.isEmpty() && !speaks(speaking))) {",
              "if (true) {"),
          new Mutant(
              "K9: a limit that names its time is not waited for",
              "turns/RateLimits",
              "return out.nowMs() >= notBeforeMs;",
              "return out.nowMs() + 1 > 0 && !tooLong;"));

  private Mutants() {}

  /**
   * One for each transition: the table does not have it. A new transition has its mutant at once.
   */
  static List<Mutant> ofTransitions() throws IOException {
    List<Mutant> mutants = new ArrayList<>();
    for (String table : TABLES) {
      String source = Files.readString(MutantCompiler.source(table));
      for (MatchResult found : TRANSITION.matcher(source).results().toList()) {
        // What leads back to where it was can be left out, and nothing changes.
        boolean returns = found.group(1).equals(found.group(3));
        if (!returns && !UNUSED.matcher(found.group()).find()) {
          String name = table + ": no " + found.group(2) + " when " + found.group(1);
          mutants.add(new Mutant(name, table, found.group(), ""));
        }
      }
    }
    return mutants;
  }
}
