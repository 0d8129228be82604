package dev.parlando.testkit.scenario;

import dev.parlando.session.VoiceSessionBuilder;
import dev.parlando.transport.Endpoint;
import java.util.Optional;

/** Where a scenario is played: who answers, and in which time. */
interface Stage extends AutoCloseable {

  Endpoint endpoint();

  /** Makes a session live here. */
  void prepare(VoiceSessionBuilder session);

  Pace pace();

  /** The user is about to say this. */
  void userSpeaks(UserAudio audio);

  /** What the one who answers did other than the scenario says; empty if nothing. */
  Optional<String> deviation();

  @Override
  void close();
}
