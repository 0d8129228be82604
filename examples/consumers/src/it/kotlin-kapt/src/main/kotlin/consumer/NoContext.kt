package consumer

import dev.parlando.tool.ToolContext
import java.lang.reflect.Proxy

/** The context of a call that nothing is asked of. */
val NoContext: ToolContext =
  Proxy.newProxyInstance(ToolContext::class.java.classLoader, arrayOf(ToolContext::class.java)) { _, method, _ ->
    throw UnsupportedOperationException(method.name)
  } as ToolContext
