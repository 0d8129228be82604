package dev.parlando.testkit.scenario;

import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.scenario.ScenarioStep.BargeIn;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectCall;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectInterruption;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectNothing;
import dev.parlando.testkit.scenario.ScenarioStep.ExpectReply;
import dev.parlando.testkit.scenario.ScenarioStep.Model;
import dev.parlando.testkit.scenario.ScenarioStep.Pause;
import dev.parlando.testkit.scenario.ScenarioStep.UserSpeech;
import dev.parlando.testkit.scenario.ScenarioStep.UserText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation with an agent, and what is expected of it. Immutable; every method gives a longer
 * scenario.
 *
 * <pre>{@code
 * Scenario.named("Toronto")
 *     .userSays("How warm is it in Toronto?")
 *     .expectCall("get_temperature", Match.fields().with("city", "Toronto"))
 *     .expectReply("22").within(Duration.ofSeconds(2))
 * }</pre>
 *
 * <p>It is strict: a call that nobody expected fails it, and so does a step that was not reached.
 * Without {@link #model} steps the stand-in for the model is a {@link
 * dev.parlando.testkit.brain.Heuristic}.
 *
 * @param name for people and reports
 * @param agent which of several agents it is for; empty where there is no choice
 * @param steps what happens, in order
 */
public record Scenario(String name, String agent, List<ScenarioStep> steps) {

  /** The list is copied. */
  public Scenario {
    steps = List.copyOf(steps);
  }

  /** A scenario in which nothing happens. */
  public static Scenario named(String name) {
    return new Scenario(name, "", List.of());
  }

  /** The user writes. */
  public Scenario userSays(String text) {
    return then(new UserText(text));
  }

  /** The user speaks, in {@link dev.parlando.testkit.speech.ToneSpeech}. */
  public Scenario userSpeaks(String text) {
    return userSpeaks(UserAudio.tones(text));
  }

  /** The user speaks. */
  public Scenario userSpeaks(UserAudio audio) {
    return then(new UserSpeech(audio));
  }

  /** The user speaks over a reply when so much of its audio has been played. */
  public Scenario bargeIn(Duration at, String text) {
    return bargeIn(at, UserAudio.tones(text));
  }

  /** The user speaks over a reply when so much of its audio has been played. */
  public Scenario bargeIn(Duration at, UserAudio audio) {
    return then(new BargeIn(at, audio));
  }

  /** What the stand-in for the model does when it is next asked; a real model does as it likes. */
  public Scenario model(Reply reply) {
    return then(new Model(reply));
  }

  /** Time passes; the user says nothing. */
  public Scenario pause(Duration duration) {
    return then(new Pause(duration));
  }

  /** A tool is called, with whatever arguments. */
  public Scenario expectCall(String tool) {
    return expectCall(tool, Match.any());
  }

  /** A tool is called. Of several calls at once, it doesn't matter which comes first. */
  public Scenario expectCall(String tool, Match arguments) {
    return then(new ExpectCall(tool, arguments, Match.any(), null));
  }

  /** The model says something with this in it. */
  public Scenario expectReply(String part) {
    return expectReply(Match.containing(part));
  }

  /** The model says something. */
  public Scenario expectReply(Match text) {
    return then(new ExpectReply(text, null));
  }

  /** A reply is broken off. */
  public Scenario expectInterruption() {
    return then(new ExpectInterruption());
  }

  /** For so long no tool is called and no reply begins. */
  public Scenario expectNothing(Duration duration) {
    return then(new ExpectNothing(duration));
  }

  /**
   * The call or the reply that was expected last comes so soon after the end of the user's turn.
   *
   * @throws IllegalStateException if the last step is neither
   */
  public Scenario within(Duration duration) {
    ScenarioStep last = last();
    if (last instanceof ExpectCall call) {
      return insteadOfLast(new ExpectCall(call.tool(), call.arguments(), call.output(), duration));
    }
    if (last instanceof ExpectReply reply) {
      return insteadOfLast(new ExpectReply(reply.text(), duration));
    }
    throw new IllegalStateException("within follows an expected call or reply");
  }

  /**
   * The tool that was expected last answers this; JSON is compared as such, all else as text.
   *
   * @throws IllegalStateException if the last step expects no call
   */
  public Scenario answering(Match output) {
    if (last() instanceof ExpectCall call) {
      return insteadOfLast(new ExpectCall(call.tool(), call.arguments(), output, call.within()));
    }
    throw new IllegalStateException("answering follows an expected call");
  }

  private ScenarioStep last() {
    return steps.isEmpty() ? new Pause(Duration.ZERO) : steps.get(steps.size() - 1);
  }

  private Scenario insteadOfLast(ScenarioStep step) {
    return new Scenario(name, agent, steps.subList(0, steps.size() - 1)).then(step);
  }

  /** Then one more step. */
  public Scenario then(ScenarioStep step) {
    List<ScenarioStep> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Scenario(name, agent, longer);
  }
}
