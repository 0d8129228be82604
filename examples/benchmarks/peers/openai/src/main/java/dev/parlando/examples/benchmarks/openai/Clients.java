package dev.parlando.examples.benchmarks.openai;

import com.azure.ai.voicelive.models.ClientEventInputAudioBufferAppend;
import com.azure.ai.voicelive.models.SessionUpdate;
import com.azure.ai.voicelive.models.SessionUpdateResponseAudioDelta;
import com.azure.core.util.serializer.JacksonAdapter;
import com.azure.core.util.serializer.SerializerAdapter;
import com.azure.core.util.serializer.SerializerEncoding;
import com.azure.json.JsonProviders;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.core.ObjectMappers;
import com.openai.models.realtime.InputAudioBufferAppendEvent;
import com.openai.models.realtime.RealtimeClientEvent;
import com.openai.models.realtime.RealtimeServerEvent;
import io.github.sashirestela.cleverclient.util.JsonUtil;
import io.github.sashirestela.openai.domain.realtime.BaseEvent;
import io.github.sashirestela.openai.domain.realtime.ClientEvent;
import io.github.sashirestela.openai.domain.realtime.ServerEvent;
import java.io.IOException;
import java.util.Base64;

/** How three clients read what servers send, and write audio. Audio ends in bytes. */
final class Clients {

  private static final JsonMapper OPENAI = ObjectMappers.jsonMapper();
  private static final ObjectReader OPENAI_EVENTS = OPENAI.readerFor(RealtimeServerEvent.class);
  private static final SerializerAdapter AZURE = JacksonAdapter.createDefaultSerializerAdapter();

  private Clients() {}

  static Object openaiJava(String message) throws IOException {
    RealtimeServerEvent event = OPENAI_EVENTS.readValue(message);
    return event.responseOutputAudioDelta().isPresent()
        ? Base64.getDecoder().decode(event.responseOutputAudioDelta().get().delta())
        : event;
  }

  static Object simpleOpenAi(String message) {
    BaseEvent event = JsonUtil.jsonToObject(message, BaseEvent.class);
    return event instanceof ServerEvent.ResponseAudioDelta delta
        ? Base64.getDecoder().decode(delta.getDelta())
        : event;
  }

  static Object voiceLive(String message) throws IOException {
    SessionUpdate event = SessionUpdate.fromJson(JsonProviders.createReader(message));
    return event instanceof SessionUpdateResponseAudioDelta delta ? delta.getDelta() : event;
  }

  static String openaiJava(byte[] audio) throws IOException {
    return OPENAI.writeValueAsString(
        RealtimeClientEvent.ofInputAudioBufferAppend(
            InputAudioBufferAppendEvent.builder()
                .audio(Base64.getEncoder().encodeToString(audio))
                .build()));
  }

  static String simpleOpenAi(byte[] audio) {
    return JsonUtil.objectToJson(
        ClientEvent.InputAudioBufferAppend.of(Base64.getEncoder().encodeToString(audio)));
  }

  static String voiceLive(byte[] audio) throws IOException {
    return AZURE.serialize(
        new ClientEventInputAudioBufferAppend(Base64.getEncoder().encodeToString(audio)),
        SerializerEncoding.JSON);
  }
}
