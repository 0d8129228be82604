package dev.parlando.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.time.SessionTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R100: a connection is renewed before its server ends it, when nobody notices. */
class RenewalTest {

  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  /** Noon, for good: of time the test itself is the judge. */
  private static final SessionTime NOON =
      new SessionTime() {
        @Override
        public long nowMs() {
          return 0;
        }

        @Override
        public Clock clock() {
          return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Override
        public Runnable after(long delayMs, Runnable action) {
          return action;
        }
      };

  private static Conversation lasting(Duration time, Duration renewBefore) {
    Conversation talk =
        new Conversation(
            Conversation.with(o -> o.time(NOON).reconnect(r -> r.renewBefore(renewBefore))),
            "weather");
    Session session =
        new Session(
            "sess_1",
            null,
            NOW.plus(time).getEpochSecond(),
            Dialect.GA,
            SessionConfig.builder().build(),
            Extras.NONE);
    talk.input(new Input.Dialled()).input(new Input.Opened());
    talk.server(new SessionEvent.Created(null, session, Extras.NONE));
    return talk.server(new SessionEvent.Updated(null, session, Extras.NONE));
  }

  private static List<Effect.Redial> redials(Conversation talk) {
    return talk.effects.stream()
        .filter(Effect.Redial.class::isInstance)
        .map(Effect.Redial.class::cast)
        .toList();
  }

  @Test
  void r100_isRenewedWhenNothingIsUnderWayAndAllWasHeard() {
    Conversation talk = lasting(Duration.ofMinutes(60), Duration.ofMinutes(5));
    talk.pass(Duration.ofMinutes(55).toMillis() - 1);
    assertThat(talk.effects).doesNotContain(new Effect.AwaitHeard());
    talk.pass(1);
    assertThat(talk.effects).contains(new Effect.AwaitHeard());
    assertThat(redials(talk)).isEmpty();
    talk.input(new Input.AllHeard());
    assertThat(redials(talk)).containsExactly(new Effect.Redial(2, 0));
    assertThat(talk.told)
        .contains(new VoiceEvent.Reconnecting(0, 0, "the server will end the connection soon"));
    talk.findsTheServer().say("Still there?");
    assertThat(talk.creates()).hasSize(1);
  }

  @Test
  void r100_neverInMidSentence() {
    Conversation talk = lasting(Duration.ofMinutes(60), Duration.ofMinutes(5));
    talk.pass(Duration.ofMinutes(55).toMillis() - 200);
    talk.say("Hello").begins("resp_1").sounds("resp_1", "item_1", 100);
    talk.sounds("resp_1", "item_1", 100).pass(300).input(new Input.AllHeard());
    assertThat(redials(talk)).isEmpty();
    talk.ends("resp_1");
    assertThat(redials(talk)).isEmpty();
    talk.input(new Input.AllHeard());
    assertThat(redials(talk)).hasSize(1);
  }

  @Test
  void r100_somethingThatBeginsMeanwhilePutsItOff() {
    Conversation talk = lasting(Duration.ofMinutes(60), Duration.ofMinutes(5));
    talk.pass(Duration.ofMinutes(55).toMillis());
    talk.say("One more thing").input(new Input.AllHeard());
    assertThat(redials(talk)).isEmpty();
    talk.begins("resp_1").ends("resp_1").input(new Input.AllHeard());
    assertThat(redials(talk)).hasSize(1);
  }

  @Test
  void r100_theApplicationAsksForANewConnection() {
    Conversation talk = Conversation.ready();
    talk.input(new Input.Command.Renew());
    assertThat(redials(talk)).isEmpty();
    talk.input(new Input.AllHeard());
    assertThat(redials(talk)).hasSize(1);
  }

  @Test
  void r100_neverWhereThatIsNotWanted() {
    Conversation talk = lasting(Duration.ofMinutes(60), Duration.ZERO);
    talk.pass(Duration.ofMinutes(59).toMillis());
    assertThat(talk.effects).doesNotContain(new Effect.AwaitHeard());
  }
}
