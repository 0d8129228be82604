// A conversation through the WebSocket client of npm openai. Arguments: the base URL.
// Prints a JSON object a line of what it saw.
import OpenAI from "openai";
import { OpenAIRealtimeWS } from "openai/realtime/ws";
import { print, until } from "./reporting.mjs";

const [baseURL] = process.argv.slice(2);
const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY, baseURL });
const realtime = await OpenAIRealtimeWS.create(client, { model: "gpt-realtime-2.1" });
realtime.on("error", (error) => print({ error: error.message }));

const say = (text) => {
  realtime.send({
    type: "conversation.item.create",
    item: { type: "message", role: "user", content: [{ type: "input_text", text }] },
  });
  realtime.send({ type: "response.create" });
};
const next = (type) => until((resolve) => realtime.once(type, resolve), type);

const created = await next("session.created");
print({ connected: created.session.model });

realtime.send({
  type: "session.update",
  session: {
    type: "realtime",
    instructions: "You are a weather concierge.",
    output_modalities: ["audio"],
    tools: [
      {
        type: "function",
        name: "get_temperature",
        description: "Gets the temperature of a city.",
        parameters: {
          type: "object",
          properties: { city: { type: "string" } },
          required: ["city"],
        },
      },
    ],
  },
});
const updated = await next("session.updated");
print({ tools: updated.session.tools.map((tool) => tool.name) });

const asked = next("response.done");
say("What's the temperature in Toronto?");
const call = (await asked).response.output.find((item) => item.type === "function_call");
print({ call: call.name, arguments: JSON.parse(call.arguments) });

const answered = next("response.output_audio_transcript.done");
const over = next("response.done");
realtime.send({
  type: "conversation.item.create",
  item: {
    type: "function_call_output",
    call_id: call.call_id,
    output: JSON.stringify({ temperature: 22 }),
  },
});
realtime.send({ type: "response.create" });
print({ reply: (await answered).transcript });
await over;

const sound = next("response.output_audio.delta");
const cancelled = next("response.done");
say("Tell me a story.");
const delta = await sound;
realtime.send({ type: "response.cancel" });
const { response } = await cancelled;
print({ status: response.status, reason: response.status_details.reason });

const truncated = next("conversation.item.truncated");
realtime.send({
  type: "conversation.item.truncate",
  item_id: delta.item_id,
  content_index: delta.content_index,
  audio_end_ms: 60,
});
const cut = await truncated;
print({ truncated: cut.item_id === delta.item_id, audioEndMs: cut.audio_end_ms });

const closed = until((resolve) => realtime.socket.once("close", resolve), "close");
realtime.close();
print({ closed: await closed });
