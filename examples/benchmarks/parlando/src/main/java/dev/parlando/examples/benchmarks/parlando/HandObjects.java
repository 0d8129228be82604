package dev.parlando.examples.benchmarks.parlando;

import static java.util.Locale.ROOT;

import dev.parlando.audio.AudioFormat;
import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.Item;
import dev.parlando.realtime.Modality;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.TokenDetails;
import dev.parlando.realtime.TranscriptionUsage;
import dev.parlando.realtime.Usage;
import dev.parlando.realtime.Voice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The objects inside of events, by hand. */
final class HandObjects {

  private static final Extras NONE = Extras.NONE;

  private HandObjects() {}

  static @Nullable String text(JsonParser in) {
    return in.hasToken(JsonToken.VALUE_NULL) ? null : in.getString();
  }

  static Item item(JsonParser in) {
    String type = "";
    String id = null;
    Item.Status status = null;
    Item.Role role = null;
    String callId = null;
    String name = null;
    String arguments = null;
    String output = null;
    List<ContentPart> content = List.of();
    for (String field = in.nextName(); field != null; field = in.nextName()) {
      in.nextToken();
      switch (field) {
        case "type" -> type = in.getString();
        case "id" -> id = text(in);
        case "status" -> status = Item.Status.valueOf(in.getString().toUpperCase(ROOT));
        case "role" -> role = Item.Role.valueOf(in.getString().toUpperCase(ROOT));
        case "call_id" -> callId = text(in);
        case "name" -> name = text(in);
        case "arguments" -> arguments = text(in);
        case "output" -> output = text(in);
        case "content" -> content = parts(in);
        default -> in.skipChildren();
      }
    }
    return switch (type) {
      case "message" -> new Item.Message(id, status, role, content, NONE);
      case "function_call" -> new Item.FunctionCall(id, status, callId, name, arguments, NONE);
      default -> new Item.FunctionCallOutput(id, status, callId, output, NONE);
    };
  }

  private static List<ContentPart> parts(JsonParser in) {
    List<ContentPart> parts = new ArrayList<>(2);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      parts.add(part(in, false));
    }
    return parts;
  }

  static ContentPart part(JsonParser in, boolean inEvent) {
    String type = "";
    String text = null;
    String transcript = null;
    for (String field = in.nextName(); field != null; field = in.nextName()) {
      in.nextToken();
      switch (field) {
        case "type" -> type = in.getString();
        case "text" -> text = text(in);
        case "transcript" -> transcript = text(in);
        default -> in.skipChildren();
      }
    }
    return switch (type) {
      case "input_text" -> new ContentPart.InputText(text, NONE);
      case "text" -> new ContentPart.OutputText(text, NONE);
      case "input_audio" -> new ContentPart.InputAudio(null, transcript, NONE);
      default -> new ContentPart.OutputAudio(null, transcript, NONE);
    };
  }

  static Response response(JsonParser in) {
    String id = null;
    Response.Status status = null;
    List<Item> output = List.of();
    String conversationId = null;
    List<Modality> modalities = null;
    Voice voice = null;
    AudioFormat format = null;
    Double temperature = null;
    Integer maxTokens = null;
    Usage usage = null;
    for (String field = in.nextName(); field != null; field = in.nextName()) {
      JsonToken token = in.nextToken();
      switch (field) {
        case "id" -> id = in.getString();
        case "status" -> status = Response.Status.valueOf(in.getString().toUpperCase(ROOT));
        case "output" -> output = items(in);
        case "conversation_id" -> conversationId = text(in);
        case "modalities" -> modalities = modalities(in);
        case "voice" -> voice = Voice.named(in.getString());
        case "output_audio_format" -> format = format(in);
        case "temperature" -> temperature = in.getDoubleValue();
        case "max_output_tokens" -> maxTokens = limit(in);
        case "usage" -> usage = token == JsonToken.VALUE_NULL ? null : usage(in);
        default -> in.skipChildren();
      }
    }
    return new Response(
        id,
        status,
        null,
        output,
        conversationId,
        modalities,
        voice,
        format,
        temperature,
        maxTokens,
        usage,
        null,
        NONE);
  }

  private static List<Item> items(JsonParser in) {
    List<Item> items = new ArrayList<>(2);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(item(in));
    }
    return items;
  }

  static List<Modality> modalities(JsonParser in) {
    List<Modality> modalities = new ArrayList<>(2);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      modalities.add(in.getString().equals("text") ? Modality.TEXT : Modality.AUDIO);
    }
    return modalities;
  }

  static AudioFormat format(JsonParser in) {
    return switch (in.getString()) {
      case "pcm16" -> AudioFormat.PCM16_24K;
      case "g711_ulaw" -> AudioFormat.G711_ULAW;
      default -> AudioFormat.G711_ALAW;
    };
  }

  static Integer limit(JsonParser in) {
    return in.hasToken(JsonToken.VALUE_STRING) ? Response.UNLIMITED : in.getIntValue();
  }

  private static Usage usage(JsonParser in) {
    Long total = null;
    Long input = null;
    Long output = null;
    TokenDetails inputDetails = null;
    TokenDetails outputDetails = null;
    for (String field = in.nextName(); field != null; field = in.nextName()) {
      in.nextToken();
      switch (field) {
        case "total_tokens" -> total = in.getLongValue();
        case "input_tokens" -> input = in.getLongValue();
        case "output_tokens" -> output = in.getLongValue();
        case "input_token_details" -> inputDetails = tokens(in);
        case "output_token_details" -> outputDetails = tokens(in);
        default -> in.skipChildren();
      }
    }
    return new Usage(total, input, output, inputDetails, outputDetails, NONE);
  }

  private static TokenDetails tokens(JsonParser in) {
    Long text = null;
    Long audio = null;
    Long cached = null;
    TokenDetails details = null;
    for (String field = in.nextName(); field != null; field = in.nextName()) {
      in.nextToken();
      switch (field) {
        case "text_tokens" -> text = in.getLongValue();
        case "audio_tokens" -> audio = in.getLongValue();
        case "cached_tokens" -> cached = in.getLongValue();
        case "cached_tokens_details" -> details = tokens(in);
        default -> in.skipChildren();
      }
    }
    return new TokenDetails(
        text,
        audio,
        null,
        cached,
        details == null ? null : details.textTokens(),
        details == null ? null : details.audioTokens(),
        null,
        null,
        NONE);
  }

  static TranscriptionUsage transcriptionUsage(JsonParser in) {
    String type = null;
    Double seconds = null;
    for (String field = in.nextName(); field != null; field = in.nextName()) {
      in.nextToken();
      switch (field) {
        case "type" -> type = in.getString();
        case "seconds" -> seconds = in.getDoubleValue();
        default -> in.skipChildren();
      }
    }
    return new TranscriptionUsage(type, seconds, null, null, null, null, NONE);
  }
}
