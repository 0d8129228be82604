package consumer;

import dev.parlando.tool.ArgumentOptions;
import dev.parlando.session.VoiceSession;
import dev.parlando.testkit.LocalRealtime;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolSet;
import dev.parlando.tool.ToolSets;
import dev.parlando.transport.Endpoint;

/** Opens a session with the generated tools, and calls one. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws Exception {
    ToolSet tools = new AgentTools(new Agent());
    ToolSet found = ToolSets.of(new Agent());
    if (!found.definitions().equals(tools.definitions())) {
      throw new AssertionError(found.definitions());
    }
    try (LocalRealtime server = LocalRealtime.start();
        VoiceSession session = VoiceSession.connect(tools, Endpoint.at(server.url()).build())) {
      if (session.id().isEmpty()) {
        throw new AssertionError("The session has no id");
      }
    }
    ToolCall call = new ToolCall("call_1", "order_coffee", "{\"size\":\"LARGE\",\"cups\":2}");
    String output = tools.prepare(call, ArgumentOptions.DEFAULT).invoke(null).output();
    if (!output.equals("2 x LARGE")) {
      throw new AssertionError(output);
    }
  }
}
