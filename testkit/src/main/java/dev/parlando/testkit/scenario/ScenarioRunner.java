package dev.parlando.testkit.scenario;

import dev.parlando.session.ConnectFailedException;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.VoiceSessionBuilder;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays scenarios with real tools in a real session. Immutable and safe for use by many threads.
 *
 * <pre>{@code
 * ScenarioRunner.offline().run(scenario, new WeatherAgentTools(new WeatherAgent())).verify();
 * }</pre>
 */
public final class ScenarioRunner {

  private final @Nullable Endpoint endpoint;
  private final Consumer<VoiceSessionBuilder> session;
  private final Duration patience;
  private final Duration toolPatience;

  private ScenarioRunner(
      @Nullable Endpoint endpoint,
      Consumer<VoiceSessionBuilder> session,
      Duration patience,
      Duration toolPatience) {
    this.endpoint = endpoint;
    this.session = session;
    this.patience = patience;
    this.toolPatience = toolPatience;
  }

  /**
   * Plays them in this process: no key, no network, no socket, and no waiting. Time is virtual: it
   * passes as fast as the conversation allows, and a tool takes none of it.
   */
  public static ScenarioRunner offline() {
    return new ScenarioRunner(null, builder -> {}, Duration.ofSeconds(30), Duration.ofSeconds(5));
  }

  /** Plays them with the model that a server has, in the time that it takes. */
  public static ScenarioRunner at(Endpoint endpoint) {
    return new ScenarioRunner(endpoint, builder -> {}, Duration.ofSeconds(30), Duration.ZERO);
  }

  /**
   * Changes the sessions, such as their options or what is configured at the server. Offline, their
   * transport, time and executors are the runner's own.
   */
  public ScenarioRunner session(Consumer<VoiceSessionBuilder> changes) {
    return new ScenarioRunner(endpoint, changes, patience, toolPatience);
  }

  /** How long to wait for what has no limit of its own; 30 s of the conversation's time. */
  public ScenarioRunner patience(Duration value) {
    return new ScenarioRunner(endpoint, session, value, toolPatience);
  }

  /**
   * How long, in the machine's time, a tool may run until virtual time passes over it, as far as
   * its timeout if need be; 5 s.
   */
  public ScenarioRunner toolPatience(Duration value) {
    return new ScenarioRunner(endpoint, session, patience, value);
  }

  /**
   * Plays a scenario in a session of its own.
   *
   * @param tools what the agent can do; the first set with instructions, voice or model gives them
   * @return how it went; a failure of the scenario is no exception
   */
  public ScenarioResult run(Scenario scenario, ToolSet... tools) {
    ConversationRecord record = new ConversationRecord(List.of(tools));
    try (Stage stage = stage(scenario, record)) {
      Pace pace = stage.pace();
      record.startAt(pace::nowMs);
      long start = pace.nowMs();
      Optional<String> failure = failure(scenario, stage, record, tools);
      return new ScenarioResult(
          scenario.name(), Duration.ofMillis(pace.nowMs() - start), record.lines(), failure);
    }
  }

  private Stage stage(Scenario scenario, ConversationRecord record) {
    return endpoint == null
        ? new OfflineStage(scenario, record, toolPatience)
        : new LiveStage(endpoint, new RealPace(record));
  }

  private Optional<String> failure(
      Scenario scenario, Stage stage, ConversationRecord record, ToolSet... tools) {
    Optional<String> failure = Optional.empty();
    VoiceSessionBuilder builder = VoiceSession.to(stage.endpoint()).tools(tools).listener(record);
    session.accept(builder);
    stage.prepare(builder);
    try (VoiceSession opened = builder.connect()) {
      new ScenarioPlay(opened, stage, record, patience).play(scenario.steps());
    } catch (StepFailure | ConnectFailedException | IllegalStateException e) {
      failure = Optional.of(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = Optional.of("The scenario was interrupted.");
    }
    Optional<String> deviation = stage.deviation();
    return failure.isPresent() && deviation.isPresent()
        ? Optional.of(failure.get() + "\n" + deviation.get())
        : failure.or(() -> deviation);
  }
}
