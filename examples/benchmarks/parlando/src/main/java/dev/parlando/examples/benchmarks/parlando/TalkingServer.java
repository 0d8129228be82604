package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.transport.Connection;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.DialRequest;
import dev.parlando.transport.Transport;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a session without a network between: what it says is JSON, as a server sends it,
 * and so is what it hears. A response lasts ten seconds, and ends in a call.
 */
final class TalkingServer implements Transport {

  private static final int TENTHS_PER_RESPONSE = 100;
  private static final String AUDIO =
      Base64.getEncoder().encodeToString(new byte[4_800]); // A tenth of a second.

  private static final Pattern EVENT_ID = Pattern.compile("\"event_id\":\"(\\w+)\"");

  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicLong received = new AtomicLong();
  private @Nullable ConnectionListener client;
  private int responses;

  @Override
  public Connection dial(DialRequest request, ConnectionListener listener) {
    client = listener;
    listener.onOpen();
    say("{'type':'session.created','event_id':'e','session':{'type':'realtime','id':'sess_1'}}");
    return new Connection() {
      @Override
      public void send(byte[] utf8) {
        received.addAndGet(utf8.length);
        heard(utf8);
      }

      @Override
      public long unsentBytes() {
        return 0;
      }

      @Override
      public void close(int code, String reason) {
        listener.onClosed(code, reason);
      }
    };
  }

  private void heard(byte[] utf8) {
    if (utf8.length > 5_000) {
      return; // Audio.
    }
    String event = new String(utf8, UTF_8);
    if (event.contains("\"session.update\"")) {
      say("{'type':'session.updated','event_id':'e','session':{'type':'realtime','id':'sess_1'}}");
    } else if (event.contains("\"response.create\"")) {
      Matcher id = EVENT_ID.matcher(event);
      answer(id.find() ? id.group(1) : "");
    }
  }

  long receivedBytes() {
    return received.get();
  }

  private void say(String event) {
    ConnectionListener listener = client;
    if (listener == null) {
      throw new IllegalStateException("nobody dialled");
    }
    byte[] utf8 = event.replace('\'', '"').getBytes(UTF_8);
    listener.onText(utf8, utf8.length);
  }

  /** Says what is due in a tenth of a second of the minute. */
  void speak(int tenth) {
    int part = tenth % TENTHS_PER_RESPONSE;
    if (part == 0) {
      begin();
    }
    String response = "resp_" + responses;
    String item = "item_" + responses;
    say(
        "{'type':'response.output_audio.delta','event_id':'e','response_id':'%s','item_id':'%s','output_index':0,'content_index':0,'delta':'%s'}"
            .formatted(response, item, AUDIO));
    say(
        "{'type':'response.output_audio_transcript.delta','event_id':'e','response_id':'%s','item_id':'%s','output_index':0,'content_index':0,'delta':' word'}"
            .formatted(response, item));
    if (part == TENTHS_PER_RESPONSE - 1) {
      end(tenth);
    }
  }

  private void begin() {
    responses++;
    say(
        "{'type':'conversation.item.added','event_id':'e','previous_item_id':null,'item':{'id':'user_%d','type':'message','role':'user','status':'completed','content':[{'type':'input_audio','transcript':null}]}}"
            .formatted(responses));
    say(
        "{'type':'conversation.item.input_audio_transcription.completed','event_id':'e','item_id':'user_%d','content_index':0,'transcript':'%s'}"
            .formatted(responses, "What is the weather like? ".repeat(4)));
    say(
        "{'type':'response.created','event_id':'e','response':{'object':'realtime.response','id':'resp_%d','status':'in_progress','output':[]}}"
            .formatted(responses));
  }

  private void end(int tenth) {
    if (tenth > 500) {
      say(
          "{'type':'input_audio_buffer.speech_started','event_id':'e','audio_start_ms':0,'item_id':'user_%d'}"
              .formatted(responses + 1));
      say(
          "{'type':'input_audio_buffer.speech_stopped','event_id':'e','audio_end_ms':9,'item_id':'user_%d'}"
              .formatted(responses + 1));
    }
    String call =
        "{'id':'call_item_%d','type':'function_call','status':'completed','call_id':'call_%d','name':'get_forecast','arguments':'{\\'city\\':\\'Graz\\',\\'days\\':3,\\'fields\\':[]}'}"
            .formatted(responses, responses)
            .replace("\\'", "\\\"");
    say(
        "{'type':'response.output_item.done','event_id':'e','response_id':'resp_%d','output_index':1,'item':%s}"
            .formatted(responses, call));
    say(
        "{'type':'response.done','event_id':'e','response':{'object':'realtime.response','id':'resp_%d','status':'completed','output':[%s],'usage':{'total_tokens':900,'input_tokens':700,'output_tokens':200}}}"
            .formatted(responses, call));
  }

  /** The reply that the client asks for after its outputs. */
  private void answer(String eventId) {
    int number = answers.incrementAndGet();
    say(
        "{'type':'response.created','event_id':'e','response':{'object':'realtime.response','id':'answer_%d','status':'in_progress','output':[],'metadata':{'parlando_reply':'%s'}}}"
            .formatted(number, eventId));
    say(
        "{'type':'response.done','event_id':'e','response':{'object':'realtime.response','id':'answer_%d','status':'completed','output':[{'id':'said_%d','type':'message','role':'assistant','status':'completed','content':[{'type':'output_audio','transcript':'Rain.'}]}]}}"
            .formatted(number, number));
  }
}
