package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.examples.benchmarks.work.Forecaster;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.ByteArrayBuilder;

/** A whole turn, by hand. */
final class HandTurn {

  private static final SerializedString TYPE = new SerializedString("type");
  private static final SerializedString CREATE = new SerializedString("conversation.item.create");
  private static final SerializedString ITEM = new SerializedString("item");
  private static final SerializedString OUTPUT_ITEM = new SerializedString("function_call_output");
  private static final SerializedString CALL_ID = new SerializedString("call_id");
  private static final SerializedString OUTPUT = new SerializedString("output");
  private static final byte[] REPLY = "{\"type\":\"response.create\"}".getBytes(UTF_8);

  private final HandTool tool;

  HandTurn(Forecaster forecaster) {
    tool = new HandTool(forecaster);
  }

  byte[][] answer(byte[] message) {
    String callId = "";
    String name = "";
    String arguments = "";
    try (JsonParser in = HandTool.JSON.createParser(ObjectReadContext.empty(), message)) {
      in.nextToken();
      for (String field = in.nextName(); field != null; field = in.nextName()) {
        in.nextToken();
        switch (field) {
          case "call_id" -> callId = in.getString();
          case "name" -> name = in.getString();
          case "arguments" -> arguments = in.getString();
          default -> in.skipChildren();
        }
      }
    }
    return new byte[][] {item(callId, tool.dispatch(name, arguments)), REPLY.clone()};
  }

  private static byte[] item(String callId, String output) {
    BufferRecycler buffers = HandTool.JSON._getBufferRecycler();
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(buffers)) {
      try (JsonGenerator out =
          HandTool.JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
        out.writeStartObject();
        out.writeName(TYPE);
        out.writeString(CREATE);
        out.writeName(ITEM);
        out.writeStartObject();
        out.writeName(TYPE);
        out.writeString(OUTPUT_ITEM);
        out.writeName(CALL_ID);
        out.writeString(callId);
        out.writeName(OUTPUT);
        out.writeString(output);
        out.writeEndObject();
        out.writeEndObject();
      }
      return bytes.getClearAndRelease();
    } finally {
      buffers.releaseToPool();
    }
  }
}
