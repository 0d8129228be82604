package dev.parlando.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlando.internal.engine.io.Effect;
import dev.parlando.internal.engine.io.Input;
import dev.parlando.internal.engine.io.ToolCatalog;
import dev.parlando.realtime.ClientEvent;
import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.FunctionTool;
import dev.parlando.realtime.RateLimitsUpdated;
import dev.parlando.realtime.ResponseConfig;
import dev.parlando.realtime.SessionEvent;
import dev.parlando.realtime.ToolChoice;
import dev.parlando.realtime.UnknownEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.tool.ToolSet;
import dev.parlando.transport.UpgradeRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Section A: set-up and configuration. */
class SetupRulesTest {

  private final Conversation conversation = new Conversation(Conversation.OPTIONS, "get_time");

  private Conversation dial() {
    return conversation.input(new Input.Dialled()).input(new Input.Opened());
  }

  private Conversation greet() {
    return conversation.server(
        new SessionEvent.Created(null, Conversation.session("sess_1"), Extras.NONE));
  }

  private Conversation confirm() {
    return conversation.server(
        new SessionEvent.Updated(null, Conversation.session("sess_1"), Extras.NONE));
  }

  @Test
  void r1_updateGoesOutAfterTheGreetingAndNothingBefore() {
    dial();
    assertThat(conversation.sent).isEmpty();

    greet();
    assertThat(conversation.sent).singleElement().isInstanceOf(ClientEvent.SessionUpdate.class);
  }

  @Test
  void r1_whatIsWantedBeforeReadyGoesOutInOrderOnceReady() {
    dial();
    conversation
        .input(new Input.Command.AppendAudio(new byte[] {1}))
        .input(new Input.Command.AppendAudio(new byte[] {2}))
        .say("Hello");
    greet();
    assertThat(conversation.sent).hasSize(1);

    confirm();
    assertThat(conversation.sent)
        .extracting(event -> (Object) event.getClass())
        .containsExactly(
            ClientEvent.SessionUpdate.class,
            ClientEvent.AudioAppend.class,
            ClientEvent.AudioAppend.class,
            ClientEvent.ItemCreate.class,
            ClientEvent.ResponseCreate.class);
    assertThat(conversation.told(VoiceEvent.Ready.class))
        .containsExactly(new VoiceEvent.Ready("sess_1", Dialect.GA));
  }

  @Test
  void r1_oneTimeoutCoversTheWholeSequence() {
    dial();
    conversation.pass(9_000);
    greet();
    conversation.pass(5_999);
    assertThat(failures()).isEmpty();

    conversation.pass(1);
    assertThat(failures())
        .singleElement()
        .satisfies(
            failed ->
                assertThat(failed.message())
                    .isEqualTo("The session was not ready within 15000 ms: no session.updated"));
    assertThat(conversation.effects).contains(new Effect.Disconnect(1000, ""));
  }

  @Test
  void r2_anErrorBeforeTheConfirmationFailsTheConnect() {
    dial();
    greet();
    conversation.server(new RateLimitsUpdated(null, List.of(), Extras.NONE));
    conversation.errs("unknown_parameter", "Unknown parameter.", null);

    assertThat(failures())
        .containsExactly(
            new Effect.ConnectFailed(
                0, "unknown_parameter", "The server refused the session: Unknown parameter."));
    assertThat(conversation.told(Failure.class)).isEmpty();
    assertThat(conversation.effects).contains(new Effect.Disconnect(1000, ""));
  }

  @Test
  void r3_aRefusedUpgradeTellsStatusAndBody() {
    conversation
        .input(new Input.Dialled())
        .input(new Input.Refused(new UpgradeRefused(401, "Unauthorized", "no such key")));

    assertThat(failures())
        .containsExactly(
            new Effect.ConnectFailed(
                401,
                "",
                "The server refused the connection with HTTP 401 Unauthorized: no such key"));
  }

  @Test
  void r4_twoToolsOfOneNameAreRefusedBeforeAnythingIsDialled() {
    List<ToolSet> sets =
        List.of(new Conversation.Tools("get_time"), new Conversation.Tools("get_time"));
    assertThatThrownBy(() -> ToolCatalog.of(sets))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Two tools are named get_time, one of ")
        .hasMessageEndingWith("Rename one with @Tool(name = …).");
  }

  @Test
  void moreToolsThanTheServiceTakesAreRefusedBeforeAnythingIsDialled() {
    ToolCatalog two = ToolCatalog.of(List.of(new Conversation.Tools("get_time", "get_news")));
    assertThat(two.atMost(2)).isSameAs(two);
    assertThatThrownBy(() -> two.atMost(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There are 2 tools, but the service takes at most 1 in one session. Offer fewer, and"
                + " exchange them with updateTools.");
  }

  @Test
  void r5_toolsCarryOnlyWhatTheProtocolKnows() {
    dial();
    greet();
    ClientEvent.SessionUpdate update = (ClientEvent.SessionUpdate) conversation.sent.get(0);
    assertThat(update.session().tools())
        .singleElement()
        .isInstanceOfSatisfying(
            FunctionTool.class,
            tool -> {
              assertThat(tool.name()).isEqualTo("get_time");
              assertThat(tool.extras().isEmpty()).isTrue();
            });
  }

  @Test
  void r9_theDialectIsFoundOutFromTheGreeting() {
    dial();
    conversation.server(
        new SessionEvent.Created(
            null,
            new dev.parlando.realtime.Session(
                "sess_1", null, null, Dialect.BETA, Conversation.OPTIONS.session(), Extras.NONE),
            Extras.NONE));
    assertThat(conversation.effects).contains(new Effect.UseDialect(Dialect.BETA));
  }

  @Test
  void r10_whatNobodyKnowsIsToldAsItCameAndChangesNothing() {
    UnknownEvent dream = new UnknownEvent("response.dream", JsonNodeFactory.instance.objectNode());
    Conversation talk = Conversation.ready().server(dream);
    assertThat(talk.told).containsExactly(new VoiceEvent.Received(dream));
    assertThat(talk.sent).isEmpty();
    assertThat(talk.engine.idle()).isTrue();
  }

  @Test
  void r11_anUnreadableFrameIsOneFailureAndTheSessionGoesOn() {
    dial();
    greet();
    confirm();
    conversation.input(new Input.Unreadable("not JSON")).say("Still there?");

    assertThat(conversation.told(Failure.class))
        .containsExactly(new Failure(Failure.Kind.MALFORMED, "", "not JSON"));
    assertThat(conversation.creates()).hasSize(1);
  }

  @Test
  void aSideChannelIsConfiguredWithoutAGreeting() {
    Conversation side = new Conversation(Conversation.sideband(), "get_time");
    side.input(new Input.Dialled()).input(new Input.Opened());
    assertThat(side.sent).singleElement().isInstanceOf(ClientEvent.SessionUpdate.class);
  }

  @Test
  void aServerThatHangsUpBeforeReadyFailsTheConnect() {
    dial();
    conversation.input(new Input.Disconnected(4000, "beta is over"));
    assertThat(failures())
        .singleElement()
        .satisfies(failed -> assertThat(failed.message()).contains("beta is over", "4000"));
  }

  @Test
  void r8_aToolChoiceThatNamesNoToolIsRefusedHere() {
    dial();
    greet();
    confirm();
    ResponseConfig choice =
        ResponseConfig.builder().toolChoice(new ToolChoice.Function("get_tiem")).build();
    conversation.input(new Input.Command.RequestResponse(choice));

    assertThat(conversation.creates()).isEmpty();
    assertThat(conversation.told(Failure.class))
        .containsExactly(
            new Failure(
                Failure.Kind.REQUEST,
                "",
                "The tool choice names get_tiem, which is not among the tools: get_time"));
  }

  private List<Effect.ConnectFailed> failures() {
    return Conversation.all(conversation.effects, Effect.ConnectFailed.class);
  }
}
