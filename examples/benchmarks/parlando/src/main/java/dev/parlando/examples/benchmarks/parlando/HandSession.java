package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.realtime.Dialect;
import dev.parlando.realtime.Extras;
import dev.parlando.realtime.FunctionTool;
import dev.parlando.realtime.NoiseReduction;
import dev.parlando.realtime.Session;
import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.ToolChoice;
import dev.parlando.realtime.Transcription;
import dev.parlando.realtime.TurnDetection;
import dev.parlando.realtime.Voice;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** A session, by hand. */
final class HandSession {

  private static final ObjectReader TREE =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private HandSession() {}

  static Session session(JsonParser in) {
    SessionConfig.Builder config = SessionConfig.builder().type(null);
    String id = null;
    String object = null;
    Long expiresAt = null;
    Dialect dialect = null;
    for (String field = in.nextName(); field != null; field = in.nextName()) {
      JsonToken token = in.nextToken();
      switch (field) {
        case "id" -> id = in.getString();
        case "object" -> object = in.getString();
        case "expires_at" -> expiresAt = in.getLongValue();
        case "model" -> config.model(in.getString());
        case "modalities" -> {
          dialect = Dialect.BETA;
          config.modalities(HandObjects.modalities(in));
        }
        case "instructions" -> config.instructions(in.getString());
        case "voice" -> config.voice(Voice.named(in.getString()));
        case "input_audio_format" -> config.inputFormat(HandObjects.format(in));
        case "output_audio_format" -> config.outputFormat(HandObjects.format(in));
        case "tool_choice" -> config.toolChoice(ToolChoice.Mode.AUTO);
        case "temperature" -> config.temperature(in.getDoubleValue());
        case "max_response_output_tokens" -> config.maxOutputTokens(HandObjects.limit(in));
        case "speed" -> config.speed(in.getDoubleValue());
        case "turn_detection" -> config.turnDetection(detection(in));
        case "input_audio_transcription" ->
            config.transcription(
                token == JsonToken.VALUE_NULL ? Transcription.disabled() : transcription(in));
        case "input_audio_noise_reduction" -> config.noiseReduction(NoiseReduction.disabled());
        case "tools" -> config.tools(tools(in));
        default -> in.skipChildren();
      }
    }
    return new Session(id, object, expiresAt, dialect, config.build(), Extras.NONE);
  }

  private static TurnDetection detection(JsonParser in) {
    Double threshold = null;
    Integer padding = null;
    Integer silence = null;
    Boolean create = null;
    Boolean interrupt = null;
    for (String field = in.nextName(); field != null; field = in.nextName()) {
      in.nextToken();
      switch (field) {
        case "threshold" -> threshold = in.getDoubleValue();
        case "prefix_padding_ms" -> padding = in.getIntValue();
        case "silence_duration_ms" -> silence = in.getIntValue();
        case "create_response" -> create = in.getBooleanValue();
        case "interrupt_response" -> interrupt = in.getBooleanValue();
        default -> in.skipChildren();
      }
    }
    return new TurnDetection.ServerVad(
        threshold, padding, silence, create, interrupt, null, Extras.NONE);
  }

  private static Transcription transcription(JsonParser in) {
    String model = null;
    for (String field = in.nextName(); field != null; field = in.nextName()) {
      in.nextToken();
      if (field.equals("model")) {
        model = in.getString();
      } else {
        in.skipChildren();
      }
    }
    return new Transcription.Settings(model, null, null, null, null, null, Extras.NONE);
  }

  private static List<FunctionTool> tools(JsonParser in) {
    List<FunctionTool> tools = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String name = null;
      String description = null;
      JsonNode parameters = null;
      for (String field = in.nextName(); field != null; field = in.nextName()) {
        in.nextToken();
        switch (field) {
          case "name" -> name = in.getString();
          case "description" -> description = in.getString();
          case "parameters" -> parameters = TREE.readValue(in);
          default -> in.skipChildren();
        }
      }
      tools.add(new FunctionTool(name, description, parameters, Extras.NONE));
    }
    return tools;
  }
}
