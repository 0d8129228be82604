package dev.parlando.processor.compiling;

import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.Repair;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolContext;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolResult;
import dev.parlando.tool.ToolSet;
import dev.parlando.tool.Violation;
import java.lang.reflect.Constructor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Generated tools, called as a session would.
 *
 * @param options how arguments are decoded
 * @param repairs what had to be repaired, most recent last
 */
public record Tools(ToolSet set, ArgumentOptions options, List<Repair> repairs) {

  Tools(ToolSet set) {
    this(set, ArgumentOptions.DEFAULT, new ArrayList<>());
  }

  /** The tools of an annotated class that has a constructor without parameters. */
  public static Tools of(ClassLoader loader, String agent) {
    try {
      Class<?> agentClass = loader.loadClass(agent);
      String packageName = agentClass.getPackageName();
      String prefix = packageName.isEmpty() ? "" : packageName + ".";
      String nestedName = agentClass.getName().substring(prefix.length());
      Class<?> around = agentClass.getDeclaringClass();
      String generated = around == null ? nestedName : nestedName.replace('$', '_');
      Class<?> toolSet = loader.loadClass(prefix + generated + "Tools");
      Constructor<?> agentConstructor = agentClass.getDeclaredConstructor();
      agentConstructor.setAccessible(true);
      Constructor<?> constructor = toolSet.getDeclaredConstructor(agentClass);
      constructor.setAccessible(true);
      return new Tools((ToolSet) constructor.newInstance(agentConstructor.newInstance()));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(agent, e);
    }
  }

  /** The same tools with other options. */
  public Tools with(ArgumentOptions options) {
    return new Tools(set, options, repairs);
  }

  /** The same tools, without repairs. */
  public Tools withoutRepairs() {
    return with(options.withLenient(false));
  }

  /** The same tools, for a model that was told the strict schemas. */
  public Tools strict() {
    return with(options.withStrict(true));
  }

  /** A definition by the tool's name. */
  public ToolDefinition definition(String name) {
    return set.definitions().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no tool " + name + " in " + set.definitions()));
  }

  /** The JSON Schema of a tool's arguments. */
  public JsonNode schema(String name) {
    return JsonMapper.shared().readTree(definition(name).parameters());
  }

  /** The JSON Schema of a tool's arguments for strict mode. */
  public JsonNode strictSchema(String name) {
    String schema =
        definition(name)
            .strictParameters()
            .orElseThrow(() -> new AssertionError(name + " can't be strict"));
    return JsonMapper.shared().readTree(schema);
  }

  /** The schema of one property of a tool. */
  public JsonNode property(String name, String property) {
    return schema(name).path("properties").path(property);
  }

  /** What a tool answers to arguments. */
  public ToolResult result(String name, String arguments) {
    try {
      return prepare(name, arguments).invoke(new TestContext(name));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The text that a tool answers with. */
  public String call(String name, String arguments) {
    return result(name, arguments).output();
  }

  /** What may be shown of a call's arguments. */
  public String masked(String name, String arguments) {
    return set.masked(new ToolCall("call_1", name, arguments));
  }

  /** Why a tool's arguments are refused, as {@code path: message}; empty if they aren't. */
  public List<String> violations(String name, String arguments) {
    try {
      prepare(name, arguments);
      return List.of();
    } catch (InvalidArgumentsException e) {
      return e.violations().stream().map(Violation::toString).toList();
    }
  }

  private ToolInvocation prepare(String name, String arguments) throws InvalidArgumentsException {
    repairs.clear();
    return set.prepare(
        new ToolCall("call_1", name, arguments), options.withRepairListener(repairs::add));
  }

  private record TestContext(String toolName) implements ToolContext {

    @Override
    public String callId() {
      return "call_1";
    }

    @Override
    public String sessionId() {
      return "sess_1";
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void onCancel(Runnable action) {}

    @Override
    public Optional<Instant> deadline() {
      return Optional.empty();
    }
  }
}
