// A conversation through a session of npm @openai/agents-realtime. Arguments: the URL.
// Prints a JSON object a line of what it saw.
import { OpenAIRealtimeWebSocket, RealtimeAgent, RealtimeSession, tool } from "@openai/agents-realtime";
import { z } from "zod";
import { print, until } from "./reporting.mjs";

const [url] = process.argv.slice(2);

const getTemperature = tool({
  name: "get_temperature",
  description: "Gets the temperature of a city.",
  parameters: z.object({ city: z.string() }),
  execute: async ({ city }) => {
    print({ call: "get_temperature", arguments: { city } });
    return JSON.stringify({ temperature: 22 });
  },
});
const agent = new RealtimeAgent({
  name: "Concierge",
  instructions: "You are a weather concierge.",
  tools: [getTemperature],
});
const transport = new OpenAIRealtimeWebSocket();
const session = new RealtimeSession(agent, { transport, tracingDisabled: true });
session.on("error", (error) => print({ error: JSON.stringify(error.error) }));
const next = (type) => until((resolve) => transport.once(type, resolve), type);

const updated = next("session.updated");
await session.connect({ apiKey: process.env.OPENAI_API_KEY, url });
print({ connected: transport.status });
print({ tools: (await updated).session.tools.map((each) => each.name) });

const answered = next("response.output_audio_transcript.done");
session.sendMessage("What's the temperature in Toronto?");
print({ reply: (await answered).transcript });

const sound = next("audio");
const interrupted = until((resolve) => session.once("audio_interrupted", resolve), "interruption");
const cancelled = until((resolve) => {
  transport.on("response.done", ({ response }) => {
    if (response.status === "cancelled") resolve(response);
  });
}, "cancelled response");
const truncated = next("conversation.item.truncated");
session.sendMessage("Tell me a story.");
await sound;
const item = transport.currentItemId;
session.interrupt();
await interrupted;
const { status, status_details: details } = await cancelled;
print({ status, reason: details.reason });
const cut = await truncated;
print({ truncated: cut.item_id === item, audioEndMs: cut.audio_end_ms });

session.close();
print({ closed: transport.status });
