package dev.parlando.testkit.scenario;

import dev.parlando.testkit.brain.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One thing that happens in a scenario, or that is expected to. */
public sealed interface ScenarioStep {

  /** Something is expected; fails where it doesn't happen. */
  sealed interface Expectation extends ScenarioStep {}

  /**
   * The user writes.
   *
   * @param text what the user writes
   */
  record UserText(String text) implements ScenarioStep {}

  /**
   * The user speaks and is then silent.
   *
   * @param audio what the user says
   */
  record UserSpeech(UserAudio audio) implements ScenarioStep {}

  /**
   * The user speaks over a reply.
   *
   * @param at how much of the reply's audio is played first
   * @param audio what the user says
   */
  record BargeIn(Duration at, UserAudio audio) implements ScenarioStep {}

  /**
   * What the stand-in for the model does when it is next asked. A real model does as it likes.
   *
   * @param reply its plan
   */
  record Model(Reply reply) implements ScenarioStep {}

  /**
   * Time passes; the user says nothing.
   *
   * @param duration how much
   */
  record Pause(Duration duration) implements ScenarioStep {}

  /**
   * A tool is called.
   *
   * @param tool its name
   * @param arguments what the arguments are to be
   * @param output what the tool is to answer: JSON if it is, else text
   * @param within how long after the end of the user's turn; null for as long as the runner has
   *     patience
   */
  record ExpectCall(String tool, Match arguments, Match output, @Nullable Duration within)
      implements Expectation {}

  /**
   * The model says something. What it says before, such as "One moment", is passed over.
   *
   * @param text what it is to say
   * @param within how long after the end of the user's turn it is to begin; null for as long as the
   *     runner has patience
   */
  record ExpectReply(Match text, @Nullable Duration within) implements Expectation {}

  /** A reply was broken off. */
  record ExpectInterruption() implements Expectation {}

  /**
   * No tool is called and no reply begins.
   *
   * @param duration for how long
   */
  record ExpectNothing(Duration duration) implements Expectation {}
}
