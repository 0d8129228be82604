package dev.parlando.testkit.scenario;

import dev.parlando.testkit.brain.Brain;
import dev.parlando.testkit.brain.Heuristic;
import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.brain.Turn;
import dev.parlando.testkit.brain.Utterance;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Answers in place of a model: as the scenario plans it, or by the heuristic where it plans
 * nothing.
 */
final class ScenarioBrain implements Brain {

  private final Script script = new Script();
  private final Brain brain;
  private final Queue<String> transcripts = new ConcurrentLinkedQueue<>();

  ScenarioBrain(Scenario scenario) {
    List<Reply> replies =
        scenario.steps().stream()
            .filter(ScenarioStep.Model.class::isInstance)
            .map(step -> ((ScenarioStep.Model) step).reply())
            .toList();
    replies.forEach(script::answers);
    brain = replies.isEmpty() ? new Heuristic() : script;
  }

  /** The next audio of the user has this transcript. */
  void userSpeaks(String transcript) {
    transcripts.add(transcript);
  }

  @Override
  public Reply reply(Turn turn) {
    return brain.reply(turn);
  }

  @Override
  public Optional<String> transcribe(Utterance utterance) {
    return Optional.ofNullable(transcripts.poll());
  }

  Optional<String> deviation() {
    try {
      script.verify();
      return Optional.empty();
    } catch (AssertionError e) {
      return Optional.of("Of the model's part: " + e.getMessage());
    }
  }
}
