package dev.parlando.testkit.scenario;

import dev.parlando.session.VoiceSessionBuilder;
import dev.parlando.transport.Endpoint;
import java.util.Optional;

/** A server somewhere, with a model of its own, in the machine's time. */
record LiveStage(Endpoint endpoint, Pace pace) implements Stage {

  @Override
  public void prepare(VoiceSessionBuilder session) {}

  @Override
  public void userSpeaks(UserAudio audio) {}

  @Override
  public Optional<String> deviation() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
