package dev.parlando.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.internal.engine.conversation.HistoryItem;
import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.ConversationEvent;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.TranscriptionEvent;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.SpeechEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Section G: the model of the conversation. */
class HistoryRulesTest {

  private final Conversation conversation = Conversation.ready("get_time");

  private static Item user(String id, String text) {
    return Item.userText(text).withId(id);
  }

  private static Item spoken(String id) {
    return new Item.Message(
        id,
        Item.Status.COMPLETED,
        Item.Role.USER,
        List.of(new ContentPart.InputAudio("UklGRg==", null, Extras.NONE)),
        Extras.NONE);
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    for (Item item : conversation.engine.history()) {
      if (item instanceof Item.Message message) {
        words.add(HistoryItem.textOf(message.content().get(0)));
      } else if (item instanceof Item.FunctionCall call) {
        words.add("call " + call.callId());
      } else if (item instanceof Item.FunctionCallOutput output) {
        words.add("output " + output.output());
      }
    }
    return words;
  }

  @Test
  void r90_itemsStandAfterTheirPredecessor() {
    conversation
        .hasItem(null, user("a", "A"))
        .hasItem("a", user("c", "C"))
        .hasItem("a", user("b", "B"))
        .hasItem("root", user("z", "Z"));
    assertThat(words()).containsExactly("Z", "A", "B", "C");
  }

  @Test
  void r90_anItemWhosePredecessorIsUnknownIsKeptAndPlacedWhenItShowsUp() {
    conversation.hasItem(null, user("a", "A")).hasItem("b", user("c", "C"));
    assertThat(words()).containsExactly("A", "C");

    conversation.hasItem("a", user("b", "B"));
    assertThat(words()).containsExactly("A", "B", "C");
  }

  @Test
  void r90_itemsOfAnyOrderOfArrivalEndUpInOrder() {
    for (int seed = 0; seed < 50; seed++) {
      Conversation shuffled = Conversation.ready();
      List<Integer> order = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
      java.util.Collections.shuffle(order, new Random(seed));
      for (int i : order) {
        shuffled.hasItem(i == 0 ? "root" : "item_" + (i - 1), user("item_" + i, "" + i));
      }
      assertThat(shuffled.engine.history())
          .as("seed %s", seed)
          .extracting(Item::id)
          .containsExactlyElementsOf(IntStream.range(0, 12).mapToObj(i -> "item_" + i).toList());
    }
  }

  @Test
  void r91_aTranscriptMayComeBeforeItsItemOrAfterTheAnswer() {
    conversation
        .transcribes("a", "What time is it?")
        .hasItem(null, spoken("a"))
        .hasItem("a", spoken("b"))
        .hasItem("b", Item.assistantText("Noon.").withId("c"))
        .transcribes("b", "Hello?");

    assertThat(words()).containsExactly("What time is it?", "Hello?", "Noon.");
    assertThat(conversation.told(SpeechEvent.Transcript.class)).hasSize(2);
  }

  @Test
  void r92_aTranscriptThatComesTwiceIsToldOnce() {
    conversation.hasItem(null, spoken("a")).transcribes("a", "Hello").transcribes("a", "Hello");
    assertThat(conversation.told(SpeechEvent.Transcript.class)).hasSize(1);
  }

  @Test
  void r109_aTranscriptionThatFailsIsToldWithItsReasonAndEndsNothing() {
    conversation
        .hasItem(null, spoken("a"))
        .server(
            new TranscriptionEvent.Failed(
                null,
                "a",
                0,
                Conversation.error("DeploymentNotFound", "No such deployment.", null),
                Extras.NONE));
    assertThat(conversation.told(Failure.class))
        .containsExactly(
            new Failure(
                Failure.Kind.REQUEST,
                "DeploymentNotFound",
                "The user's audio could not be transcribed: No such deployment. (on Azure, the"
                    + " transcription model is the name of a deployment of the resource)"));
    assertThat(conversation.told(SpeechEvent.Transcript.class))
        .containsExactly(new SpeechEvent.Transcript("a", ""));
  }

  @Test
  void r93_aRetrievedItemKeepsTheWordsKnownHere() {
    conversation.hasItem(null, spoken("a")).transcribes("a", "Hello");
    conversation.server(new ConversationEvent.ItemRetrieved(null, spoken("a"), Extras.NONE));
    assertThat(words()).containsExactly("Hello");
  }

  @Test
  void r93_ofAnItemThatWasCutOffTheUnheardWordsAreTakenOut() {
    conversation.say("Hello").begins("resp_1").sounds("resp_1", "item_1", 2_000);
    Item said =
        new Item.Message(
            "item_1",
            Item.Status.COMPLETED,
            Item.Role.ASSISTANT,
            List.of(new ContentPart.OutputAudio(null, "One two three four five", Extras.NONE)),
            Extras.NONE);
    conversation.hasItem(null, said).speechStarts().stopsAt("item_1", 1_000);
    assertThat(words()).containsExactly("Hello", "One two…");
  }

  @Test
  void r94_deletingWhatIsUnknownChangesNothing() {
    conversation.hasItem(null, user("a", "A"));
    conversation.server(new ConversationEvent.ItemDeleted(null, "x", Extras.NONE));
    conversation.server(new ConversationEvent.ItemDeleted(null, "a", Extras.NONE));
    conversation.server(new ConversationEvent.ItemDeleted(null, "a", Extras.NONE));
    assertThat(words()).isEmpty();
  }

  @Test
  void r94_anItemThatIsKnownByTwoIdsIsGoneUnderBoth() {
    conversation.hasItem("x", Item.functionCallOutput("call_1", "noon").withId("b"));
    conversation.say("Hello").hasItem(null, user("a", "Hello")).hasItem("a", user("c", "C"));
    conversation.server(new ConversationEvent.ItemDeleted(null, "a", Extras.NONE));
    conversation.hasItem("a", user("d", "D")).hasItem("root", user("a", "A"));

    assertThat(words()).containsExactly("A", "D", "C");
  }

  @Test
  void r95_everyCallIsFollowedByItsOutput() {
    Item call =
        new Item.FunctionCall("f", Item.Status.COMPLETED, "call_1", "get_time", "{}", Extras.NONE);
    Item unanswered =
        new Item.FunctionCall("g", Item.Status.COMPLETED, "call_2", "get_time", "{}", Extras.NONE);
    conversation
        .say("Time?")
        .begins("resp_1")
        .hasItem(null, call)
        .hasItem("f", unanswered)
        .calls("resp_1", "call_1", "get_time", "{}")
        .returns("call_1", "noon");

    assertThat(words())
        .containsExactly(
            "Time?",
            "call call_1",
            "output noon",
            "call call_2",
            "output The call was cancelled before it ended.");
  }

  @Test
  void r96_noSoundIsKept() {
    conversation.hasItem(null, spoken("a")).transcribes("a", "Hello");
    Item.Message kept = (Item.Message) conversation.engine.history().get(0);
    assertThat(kept.content())
        .containsExactly(new ContentPart.InputAudio(null, "Hello", Extras.NONE));
  }

  @Test
  void whatWeSendIsPartOfItOnceWhicheverIdTheServerGivesIt() {
    conversation.say("Hello").hasItem(null, user("item_server", "Hello"));
    assertThat(conversation.engine.history()).extracting(Item::id).containsExactly("item_server");
  }
}
