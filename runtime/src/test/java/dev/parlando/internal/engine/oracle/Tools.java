package dev.parlando.internal.engine.oracle;

import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolException;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolOutcome;
import dev.parlando.tool.ToolPolicy;
import dev.parlando.tool.ToolResult;
import dev.parlando.tool.ToolSet;
import dev.parlando.tool.Violation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The application's tools: one quick, one that runs alone. Outputs carry the call's number. */
final class Tools implements ToolDesk {

  static final ToolSet SET = new Offered();

  private static final long QUICK_MS = 300;
  private static final long SLOW_MS = 12_000;

  private final Agenda agenda;
  private final Oracle oracle;
  private final Deque<ToolFate> fates = new ArrayDeque<>();

  Tools(Agenda agenda, Oracle oracle) {
    this.agenda = agenda;
    this.oracle = oracle;
  }

  void arm(ToolFate fate) {
    fates.add(fate);
  }

  @Override
  public void start(ToolCall call, Consumer<ToolOutcome> end) {
    ToolFate armed = fates.poll();
    ToolFate fate = armed == null ? ToolFate.RETURNS : armed;
    int number = Tokens.number(call.arguments(), call.arguments().indexOf(':') + 1);
    if (fate != ToolFate.NEVER_RETURNS) {
      agenda.after(
          fate == ToolFate.RETURNS_SLOWLY ? SLOW_MS : QUICK_MS,
          () -> {
            oracle.toolEnded(number, fate != ToolFate.RETURNS_WITHOUT_REPLY);
            end.accept(outcome(fate, "o" + number));
          });
    }
  }

  private static ToolOutcome outcome(ToolFate fate, String text) {
    return switch (fate) {
      case REFUSES -> new ToolOutcome.Refused(text, new Refusal(text));
      case REFUSES_ARGUMENTS ->
          new ToolOutcome.Invalid(List.of(new Violation("n", "must not be " + text)));
      case FAILS -> new ToolOutcome.Failed(new Refusal(text), text);
      case RETURNS_WITHOUT_REPLY -> new ToolOutcome.Returned(ToolResult.text(text).withoutReply());
      default -> new ToolOutcome.Returned(ToolResult.text(text));
    };
  }

  /** Cheap: there may be thousands a second. */
  private static final class Refusal extends ToolException {

    private static final long serialVersionUID = 1;

    Refusal(String text) {
      super(text);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private static final class Offered implements ToolSet {

    private static final String SCHEMA = "{\"type\":\"object\",\"properties\":{}}";
    private static final List<ToolDefinition> DEFINITIONS =
        List.of(
            ToolDefinition.of("get_time", "A tool.", SCHEMA),
            ToolDefinition.of("slowly_pay", "A tool.", SCHEMA)
                .withPolicy(ToolPolicy.builder().sequential(true).build()));

    @Override
    public List<ToolDefinition> definitions() {
      return DEFINITIONS;
    }

    @Override
    public ToolInvocation prepare(ToolCall call, ArgumentOptions options) {
      return context -> ToolResult.none();
    }
  }
}
