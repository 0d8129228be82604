package consumer

import dev.parlando.tool.ArgumentOptions
import dev.parlando.tool.ToolCall

/** Calls the generated tools, which are Java, from Kotlin. */
fun main() {
  val tools = AgentTools(Agent())
  check(called(tools, """{"size":"LARGE","extras":["milk"]}""") == "1 x LARGE, no note, [milk]")
  check(called(tools, """{"size":"SMALL","cups":2,"note":"hot","extras":[]}""") == "2 x SMALL, hot, []")
  val schema = tools.definitions().single().parameters()
  check(schema.contains(""""required":["size","extras"]""")) { schema }
}

private fun called(tools: AgentTools, arguments: String): String? =
  tools
    .prepare(ToolCall("call_1", "order_coffee", arguments), ArgumentOptions.DEFAULT)
    .invoke(NoContext)
    .output()
