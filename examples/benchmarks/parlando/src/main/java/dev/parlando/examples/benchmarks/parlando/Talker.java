package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.examples.benchmarks.work.Recording;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The model of one session: it talks, 100 ms of audio every 100 ms, each piece with the time of its
 * sending as the id of its event. Every ten seconds it calls the tool, and waits until it is asked
 * to go on.
 */
final class Talker {

  /** Takes what is said. */
  interface Output {
    void say(String json) throws IOException;
  }

  private static final int PIECES_BETWEEN_CALLS = 100;
  private static final Pattern EVENT_ID = Pattern.compile("\"event_id\":\"(\\w+)\"");
  private static final String SESSION = "{\"type\":\"realtime\",\"id\":\"s\"}";
  private static final String AUDIO = Base64.getEncoder().encodeToString(new byte[4800]);

  /** As much at a time as servers send. */
  private static final List<String> AUDIO_PIECES =
      Stream.of(Recording.samples(Recording.SIZES))
          .map(Base64.getEncoder()::encodeToString)
          .toList();

  private final Output out;
  private boolean talking;
  private int response;

  /** So that sessions don't all call at once. */
  private int pieces = ThreadLocalRandom.current().nextInt(PIECES_BETWEEN_CALLS);

  Talker(Output out) {
    this.out = out;
  }

  synchronized void open() throws IOException {
    out.say("{\"type\":\"session.created\",\"session\":" + SESSION + "}");
  }

  synchronized void configured() throws IOException {
    out.say("{\"type\":\"session.updated\",\"session\":" + SESSION + "}");
  }

  /** Begins the reply that a client asks for. */
  synchronized void asked(String event) throws IOException {
    Matcher id = EVENT_ID.matcher(event);
    begin(id.find() ? ",\"metadata\":{\"parlando_reply\":\"" + id.group(1) + "\"}" : "");
  }

  private void begin(String metadata) throws IOException {
    response++;
    talking = true;
    out.say(
        ("{'type':'response.created','response':{'object':'realtime.response','id':'r%d',"
                + "'status':'in_progress','output':[]%s}}")
            .formatted(response, metadata)
            .replace('\'', '"'));
    out.say(
        ("{'type':'response.output_item.added','response_id':'r%1$d','output_index':0,"
                + "'item':{'id':'i%1$d','type':'message','role':'assistant','content':[]}}")
            .formatted(response)
            .replace('\'', '"'));
  }

  /** Says the next piece, if it is not waiting. */
  synchronized void talk() throws IOException {
    if (!talking) {
      return;
    }
    say(AUDIO);
    if (++pieces % PIECES_BETWEEN_CALLS == 0) {
      call();
    }
  }

  private void say(String audio) throws IOException {
    out.say(
        "{\"type\":\"response.output_audio.delta\",\"event_id\":\""
            + System.nanoTime()
            + "\",\"response_id\":\"r"
            + response
            + "\",\"item_id\":\"i"
            + response
            + "\",\"output_index\":0,\"content_index\":0,\"delta\":\""
            + audio
            + "\"}");
  }

  /** Says the reply that was begun, as fast as it is taken, and ends it. */
  synchronized void talkAtOnce(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      say(AUDIO_PIECES.get(i % AUDIO_PIECES.size()));
    }
    talking = false;
    String item =
        ("{'id':'i%1$d','type':'message','role':'assistant','status':'completed','content':"
                + "[{'type':'output_audio','transcript':'Rain.'}]}")
            .formatted(response);
    out.say(
        ("{'type':'response.output_item.done','response_id':'r%d','output_index':0,'item':%s}")
            .formatted(response, item)
            .replace('\'', '"'));
    done(item);
  }

  private void done(String item) throws IOException {
    out.say(
        ("{'type':'response.done','response':{'object':'realtime.response','id':'r%d',"
                + "'status':'completed','output':[%s]}}")
            .formatted(response, item)
            .replace('\'', '"')
            .replace("~", "\\\""));
  }

  private void call() throws IOException {
    talking = false;
    String call =
        ("{'id':'c%1$d','type':'function_call','status':'completed','call_id':'call_%1$d',"
                + "'name':'get_forecast','arguments':'{~city~:~Graz~,~days~:3,~fields~:[]}'}")
            .formatted(response);
    out.say(
        ("{'type':'response.output_item.done','response_id':'r%d','output_index':1,'item':%s}")
            .formatted(response, call)
            .replace('\'', '"')
            .replace("~", "\\\""));
    done(call);
  }
}
