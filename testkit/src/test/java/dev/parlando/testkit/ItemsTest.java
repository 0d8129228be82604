package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlando.testkit.brain.Reply;
import dev.parlando.testkit.brain.Script;
import dev.parlando.testkit.speech.ToneSpeech;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ItemsTest {

  @RegisterExtension final RealtimeServers servers = new RealtimeServers();

  @Test
  void itemsAreAddedAtTheEndWithTheIdOfTheOneBefore() {
    TestClient client = connect();
    create(client, "a", null);
    JsonNode first = client.await("conversation.item.added");
    assertThat(first.path("previous_item_id").isNull()).isTrue();
    assertThat(first.at("/item/id").asString()).isEqualTo("a");
    assertThat(first.at("/item/status").asString()).isEqualTo("completed");
    client.await("conversation.item.done");
    create(client, "b", null);
    assertThat(client.await("conversation.item.added").path("previous_item_id").asString())
        .isEqualTo("a");
  }

  @Test
  void itemsCanBePutAnywhere() {
    TestClient client = connect();
    create(client, "a", null);
    create(client, "b", null);
    create(client, "c", "a");
    create(client, "d", "root");
    client.await("conversation.item.done");
    client.await("conversation.item.done");
    assertThat(client.await("conversation.item.added").path("previous_item_id").asString())
        .isEqualTo("a");
    assertThat(client.await("conversation.item.added").path("previous_item_id").isNull()).isTrue();
  }

  @Test
  void anItemWithoutAnIdGetsOne() {
    TestClient client = connect();
    client.send(
        "{'type':'conversation.item.create','item':{'type':'message','role':'user',"
            + "'content':[{'type':'input_text','text':'hi'}]}}");
    assertThat(client.await("conversation.item.added").at("/item/id").asString())
        .matches("[a-zA-Z0-9_-]{1,32}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'message','role':'user','content':[{'type':'output_text','text':'x'}]}|invalid_value|item.content[0].type",
        "{'type':'message','role':'tool','content':[]}|invalid_value|item.role",
        "{'type':'message','role':'user'}|missing_required_parameter|item.content",
        "{'type':'massage'}|invalid_value|item.type",
        "{'type':'message','role':'user','content':[{'type':'input_text'}]}|missing_required_parameter|item.content[0].text",
        "{'type':'message','role':'user','content':[{'type':'input_audio','audio':'%'}]}|invalid_value|item.content[0].audio",
        "{'type':'message','role':'user','content':[],'name':'x'}|unknown_parameter|item.name",
        "{'type':'function_call','call_id':'c','arguments':'{}'}|missing_required_parameter|item.name",
        "{'type':'function_call_output','call_id':'c','output':{}}|invalid_type|item.output",
        "{'id':'123456789012345678901234567890123','type':'message','role':'user','content':[]}|string_above_max_length|item.id",
        "{'id':'a/b','type':'message','role':'user','content':[]}|invalid_value|item.id",
      })
  void aWrongItemIsRefusedWithItsPlace(String item, String code, String param) {
    TestClient client = connect();
    client.send("{'type':'conversation.item.create','event_id':'e1','item':" + item + "}");
    JsonNode error = client.await("error").path("error");
    assertThat(error.path("code").asString()).isEqualTo(code);
    assertThat(error.path("param").asString()).isEqualTo(param);
    assertThat(error.path("event_id").asString()).isEqualTo("e1");
  }

  @Test
  void anOutputIsOnlyTakenForACallThatIsKnown() {
    TestClient client = connect();
    String output =
        "{'type':'conversation.item.create','item':{'type':'function_call_output',"
            + "'call_id':'call_x','output':'1'}}";
    client.send(output);
    JsonNode error = client.await("error").path("error");
    assertThat(error.path("code").asString()).isEqualTo("invalid_tool_call_id");
    assertThat(error.path("message").asString())
        .isEqualTo("Tool call ID 'call_x' not found in conversation.");
    client.send(
        "{'type':'conversation.item.create','item':{'type':'function_call','call_id':'call_x',"
            + "'name':'f','arguments':'{}'}}");
    client.await("conversation.item.done");
    client.send(output);
    assertThat(client.await("conversation.item.done").at("/item/output").asString()).isEqualTo("1");
  }

  @Test
  void theSameIdTwiceAndAnUnknownPredecessorAreRefused() {
    TestClient client = connect();
    create(client, "a", null);
    create(client, "a", null);
    assertThat(client.await("error").at("/error/message").asString()).contains("'a'");
    create(client, "b", "nowhere");
    assertThat(client.await("error").at("/error/message").asString()).contains("'nowhere'");
  }

  @Test
  void aDeletedItemIsGone() {
    TestClient client = connect();
    create(client, "a", null);
    client.send("{'type':'conversation.item.delete','item_id':'a'}");
    assertThat(client.await("conversation.item.deleted").path("item_id").asString()).isEqualTo("a");
    client.send("{'type':'conversation.item.retrieve','item_id':'a'}");
    assertThat(client.await("error").at("/error/code").asString())
        .isEqualTo("item_retrieve_invalid_item_id");
    client.send("{'type':'conversation.item.delete','item_id':'a'}");
    assertThat(client.await("error").at("/error/code").asString())
        .isEqualTo("item_delete_invalid_item_id");
  }

  @Test
  void audioIsTakenOutOfAnItemAndComesBackWhenItIsRetrieved() {
    TestClient client = connect();
    String audio = Base64.getEncoder().encodeToString(ToneSpeech.pcm16("Hi"));
    client.send(
        "{'type':'conversation.item.create','item':{'id':'a','type':'message','role':'user',"
            + "'content':[{'type':'input_audio','audio':'"
            + audio
            + "'}]}}");
    JsonNode added = client.await("conversation.item.added");
    assertThat(added.at("/item/content/0/audio").isMissingNode()).isTrue();
    assertThat(added.at("/item/content/0/transcript").isNull()).isTrue();
    client.send("{'type':'conversation.item.retrieve','item_id':'a'}");
    assertThat(client.await("conversation.item.retrieved").at("/item/content/0/audio").asString())
        .isEqualTo(audio);
  }

  @Test
  void truncationCutsTheAudioAndDropsTheTranscript() {
    TestClient client = connect(new Script().answers(Reply.saying("Hello there.")));
    client.say("Hi");
    JsonNode item = client.await("response.done").at("/response/output/0");
    String id = item.path("id").asString();
    client.send(
        "{'type':'conversation.item.truncate','item_id':'"
            + id
            + "','content_index':0,'audio_end_ms':300}");
    JsonNode truncated = client.await("conversation.item.truncated");
    assertThat(truncated.path("audio_end_ms").asInt()).isEqualTo(300);
    client.send("{'type':'conversation.item.retrieve','item_id':'" + id + "'}");
    JsonNode part = client.await("conversation.item.retrieved").at("/item/content/0");
    assertThat(part.has("transcript")).isFalse();
    byte[] left = Base64.getDecoder().decode(part.path("audio").asString());
    assertThat(ToneSpeech.understand(left)).contains("Hello");
  }

  @Test
  void truncationBehindTheEndIsRefusedWithBothTimes() {
    TestClient client = connect(new Script().answers(Reply.saying("Hello there.")));
    client.say("Hi");
    String id = client.await("response.done").at("/response/output/0/id").asString();
    client.send(
        "{'type':'conversation.item.truncate','item_id':'"
            + id
            + "','content_index':0,'audio_end_ms':5000}");
    JsonNode error = client.await("error").path("error");
    assertThat(error.path("code").isNull()).isTrue();
    assertThat(error.path("message").asString())
        .isEqualTo("Audio content of 720ms is already shorter than 5000ms");
  }

  @Test
  void onlyAudioOfTheAssistantCanBeTruncated() {
    TestClient client = connect();
    create(client, "a", null);
    client.send(
        "{'type':'conversation.item.truncate','item_id':'a','content_index':0,'audio_end_ms':0}");
    assertThat(client.await("error").at("/error/code").asString())
        .isEqualTo("unsupported_content_type");
    client.send(
        "{'type':'conversation.item.truncate','item_id':'z','content_index':0,'audio_end_ms':0}");
    assertThat(client.await("error").at("/error/code").asString())
        .isEqualTo("item_truncate_invalid_item_id");
  }

  private static void create(TestClient client, String id, String after) {
    client.send(
        "{'type':'conversation.item.create'"
            + (after == null ? "" : ",'previous_item_id':'" + after + "'")
            + ",'item':{'id':'"
            + id
            + "','type':'message','role':'user','content':[{'type':'input_text','text':'"
            + id
            + "'}]}}");
  }

  private TestClient connect() {
    return connect(new Script());
  }

  private TestClient connect(Script script) {
    return servers.connect(servers.start(LocalRealtime.builder().brain(script)));
  }
}
