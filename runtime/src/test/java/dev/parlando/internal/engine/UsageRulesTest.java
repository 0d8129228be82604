package dev.parlando.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.RateLimit;
import dev.parlando.realtime.RateLimitsUpdated;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.Response.Status;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.realtime.TokenDetails;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.realtime.TranscriptionUsage;
import dev.parlando.realtime.Usage;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.UsageTotals;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.session.options.SessionBudget;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Section I, and the limits of section H: usage, budgets, rate limits, what an application sees.
 */
class UsageRulesTest {

  private final Conversation conversation = Conversation.ready("get_time");

  private static Conversation within(SessionBudget.Builder budget) {
    return new Conversation(
            Conversation.with(options -> options.budget(budget.build())), "get_time")
        .open();
  }

  private static ResponseEvent.Done done(String id, long text, long audio) {
    TokenDetails in = new TokenDetails(text, audio, 1L, 2L, null, null, null, null, Extras.NONE);
    TokenDetails out =
        new TokenDetails(text, audio, null, null, null, null, null, null, Extras.NONE);
    long total = 2 * (text + audio) + 1;
    Usage usage = new Usage(total, text + audio + 1, text + audio, in, out, Extras.NONE);
    Response bare =
        Conversation.response(
            id, Status.COMPLETED, null, null, Item.assistantText("Hm.").withId("item_" + id));
    return new ResponseEvent.Done(
        null,
        new Response(
            id,
            Status.COMPLETED,
            null,
            bare.output(),
            null,
            null,
            null,
            null,
            null,
            null,
            usage,
            null,
            Extras.NONE),
        Extras.NONE);
  }

  private static RateLimitsUpdated tokensLeft(long remaining, double resetSeconds) {
    return new RateLimitsUpdated(
        null,
        List.of(new RateLimit("tokens", 100L, remaining, resetSeconds, Extras.NONE)),
        Extras.NONE);
  }

  @Test
  void r108_aReplyIsPutOffUntilTheLimitsAreWholeButNotForEver() {
    conversation.server(tokensLeft(0, 3.0)).say("Hello").pass(2_999);
    assertThat(conversation.creates()).isEmpty();
    conversation.pass(1);
    assertThat(conversation.creates()).hasSize(1);

    conversation.begins("resp_1").ends("resp_1").server(tokensLeft(0, 3_600)).say("More");
    conversation.pass(10_000);
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r108_aReplyThatFailedBecauseOfTheLimitsIsAskedForAgainWhenTheyAreWhole() {
    conversation
        .server(tokensLeft(5, 2.0))
        .say("Hello")
        .begins("resp_1")
        .ends("resp_1", Status.FAILED, Conversation.failed("inference_rate_limit_exceeded"));
    conversation.pass(1_999);
    assertThat(conversation.creates()).hasSize(1);
    conversation.pass(1);
    assertThat(conversation.creates()).hasSize(2);
  }

  @Test
  void r110_usageIsAddedUpByKindAndEachResponseCountsOnce() {
    conversation.say("Hello").begins("resp_1").server(done("resp_1", 10, 20));
    conversation.server(done("resp_1", 10, 20)).server(done("resp_2", 1, 2));
    conversation.server(
        new TranscriptionEvent.Completed(
            null,
            "item_1",
            0,
            "Hello",
            new TranscriptionUsage("duration", 1.5, null, null, null, null, Extras.NONE),
            Extras.NONE));

    assertThat(conversation.engine.usage())
        .isEqualTo(new UsageTotals(2, 11, 22, 2, 4, 11, 22, 68, 0, 1.5));
  }

  @Test
  void r111_aSessionThatUsedUpItsTokensSaysFarewellAndEnds() {
    Conversation talk = within(SessionBudget.builder().tokens(60).farewell("Say goodbye."));
    talk.say("Hello").begins("resp_1").server(done("resp_1", 10, 20));

    assertThat(talk.told(Failure.class))
        .contains(new Failure(Failure.Kind.BUDGET, "", "The session has used up its 60 tokens"));
    assertThat(talk.creates().get(1).response().instructions()).isEqualTo("Say goodbye.");
    talk.say("Wait!");
    assertThat(talk.effects).doesNotContain(new Effect.Disconnect(1000, ""));

    talk.begins("resp_2").ends("resp_2");
    assertThat(talk.creates()).hasSize(2);
    assertThat(talk.effects)
        .contains(new Effect.AwaitHeard())
        .doesNotContain(new Effect.Disconnect(1000, ""));
    talk.input(new Input.AllHeard());
    assertThat(talk.effects).contains(new Effect.Disconnect(1000, ""));
  }

  @Test
  void r129_aFarewellThatIsNeverHeardToItsEndDoesNotKeepTheSession() {
    Conversation talk = within(SessionBudget.builder().tokens(60).farewell("Say goodbye."));
    talk.say("Hello").begins("resp_1").server(done("resp_1", 10, 20));
    talk.begins("resp_2").ends("resp_2").pass(59_999);
    assertThat(talk.effects).doesNotContain(new Effect.Disconnect(1000, ""));
    talk.pass(1);
    assertThat(talk.effects).contains(new Effect.Disconnect(1000, ""));
  }

  @Test
  void r111_withoutAFarewellItEndsAtOnce() {
    Conversation talk = within(SessionBudget.builder().time(Duration.ofSeconds(5)));
    talk.pass(4_999);
    assertThat(talk.told(Failure.class)).isEmpty();
    talk.pass(1);
    assertThat(talk.effects).contains(new Effect.Disconnect(1000, ""));
  }

  @Test
  void r111_costIsLimitedByThePriceOfTheApplication() {
    Conversation talk = within(SessionBudget.builder().cost(1, usage -> usage.total() / 100.0));
    talk.say("Hello").begins("resp_1").server(done("resp_1", 20, 20));
    assertThat(talk.effects).doesNotContain(new Effect.Disconnect(1000, ""));
    talk.say("Again").begins("resp_2").server(done("resp_2", 20, 20));
    assertThat(talk.told(Failure.class))
        .contains(new Failure(Failure.Kind.BUDGET, "", "The session has used up its money"));
    assertThat(talk.effects).contains(new Effect.Disconnect(1000, ""));
  }

  @Test
  void r111_aPriceThatThrowsIsToldAndLimitsNothing() {
    Conversation talk =
        within(
            SessionBudget.builder()
                .cost(
                    0.5,
                    usage -> {
                      throw new IllegalStateException("no price list");
                    }));
    talk.say("Hello").begins("resp_1").server(done("resp_1", 20, 20));
    talk.say("Again").begins("resp_2").server(done("resp_2", 20, 20));
    assertThat(talk.told(Failure.class))
        .filteredOn(failure -> failure.kind() == Failure.Kind.APPLICATION)
        .singleElement()
        .satisfies(failure -> assertThat(failure.message()).contains("no price list"));
    assertThat(talk.engine.idle()).isTrue();
  }

  @Test
  void r111_repliesAndCallsCountToo() {
    Conversation replies = within(SessionBudget.builder().responses(1));
    replies.say("Hello").begins("resp_1");
    assertThat(replies.effects).contains(new Effect.Disconnect(1000, ""));

    Conversation calls = within(SessionBudget.builder().toolCalls(1));
    calls.say("Hello").begins("resp_1").calls("resp_1", "call_1", "get_time", "{}");
    assertThat(calls.effects).contains(new Effect.Disconnect(1000, ""));
  }

  @Test
  void r113_noTextOfAnEventShowsWhatWasSaid() {
    conversation.say("Hello").begins("resp_1");
    conversation.calls("resp_1", "call_1", "get_time", "{\"secret\":\"hunter2\"}");
    conversation.returns("call_1", "hunter2").transcribes("item_1", "hunter2");
    conversation.sounds("resp_1", "item_2", 20);

    assertThat(conversation.told.toString()).doesNotContain("hunter2");
    assertThat(conversation.sent.toString()).doesNotContain("hunter2");
  }

  @Test
  void r113_aListenerSeesOfASensitiveToolThatItRanAndTheModelSeesAll() {
    Conversation talk = Conversation.ready("secret_pin").say("Hello").begins("resp_1");
    talk.calls("resp_1", "call_1", "secret_pin", "{\"pin\":\"4711\"}").returns("call_1", "4711 ok");

    assertThat(talk.told(ToolEvent.class)).hasSize(3);
    for (ToolEvent event : talk.told(ToolEvent.class)) {
      assertThat(event.call().arguments()).isEqualTo("{}");
    }
    assertThat(talk.told(ToolEvent.Answered.class).get(0).output()).isEqualTo("***");
    assertThat(talk.outputTexts()).containsExactly("call_1=4711 ok");
    Effect.StartTool start = Conversation.all(talk.effects, Effect.StartTool.class).get(0);
    assertThat(start.call().arguments()).contains("4711");
  }

  @Test
  void r120_everyStepOfACallIsSeenWithItsTime() {
    conversation.say("Hello").begins("resp_1").calls("resp_1", "call_1", "get_time", "{}");
    conversation.pass(5).input(new Input.ToolPrepared("call_1", List.of()));
    conversation.pass(10).returns("call_1", "noon").pass(20).acknowledges();
    conversation.ends("resp_1").begins("resp_2");

    List<ToolEvent> steps = conversation.told(ToolEvent.class);
    assertThat(steps)
        .extracting(step -> (Object) step.getClass())
        .containsExactly(
            ToolEvent.Requested.class,
            ToolEvent.Started.class,
            ToolEvent.Validated.class,
            ToolEvent.Answered.class,
            ToolEvent.Acknowledged.class);
    long start = steps.get(0).atMs();
    assertThat(steps).extracting(step -> step.atMs() - start).containsExactly(0L, 0L, 5L, 15L, 35L);
    assertThat(conversation.told(VoiceEvent.Received.class)).isNotEmpty();
  }
}
