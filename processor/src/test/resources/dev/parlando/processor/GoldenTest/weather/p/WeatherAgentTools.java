package p;

import dev.parlando.Generated;
import dev.parlando.SideEffect;
import dev.parlando.json.ArgumentReader;
import dev.parlando.json.Checks;
import dev.parlando.json.EnumNames;
import dev.parlando.json.ObjectShape;
import dev.parlando.json.ResultWriter;
import dev.parlando.json.Results;
import dev.parlando.tool.AgentProfile;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolPolicy;
import dev.parlando.tool.ToolResult;
import dev.parlando.tool.ToolSet;
import java.lang.IllegalArgumentException;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The tools of {@link WeatherAgent}: what the model is told, and how calls are run.
 */
@Generated("dev.parlando.processor")
@SuppressWarnings({"all", "deprecation", "removal", "unchecked", "rawtypes", "NullAway", "exports"})
public final class WeatherAgentTools implements ToolSet {
  private static final AgentProfile AGENT = new AgentProfile(
      "You are a weather concierge. Answer in one sentence.",
      "marin",
      "");

  private static final List<ToolDefinition> DEFINITIONS = List.of(
      ToolDefinition.of(
          "get_temperature",
          "Gets the current temperature of a city.",
          """
          {"type":"object","properties":{\
          "city":{"type":"string","description":"the city, as the caller said it","minLength":1,"pattern":"[^\\\\x00-\\\\x20]"},\
          "unit":{"type":"string","description":"the unit to answer in","enum":["CELSIUS","FAHRENHEIT"]}},\
          "required":["city"],"additionalProperties":false}""")
          .withStrictParameters(
          """
          {"type":"object","properties":{\
          "city":{"type":"string","description":"the city, as the caller said it","pattern":"[^\\\\x00-\\\\x20]"},\
          "unit":{"description":"the unit to answer in","anyOf":[{"type":"string","enum":["CELSIUS","FAHRENHEIT"]},\
          {"type":"null"}]}},\
          "required":["city","unit"],"additionalProperties":false}""")
          .withPolicy(ToolPolicy.builder().effect(SideEffect.READ).timeout(Duration.ofMillis(5000)).build()),
      ToolDefinition.of(
          "forecast",
          "Tells the weather of the next days.",
          """
          {"type":"object","properties":{\
          "city":{"type":"string","description":"the city, as the caller said it","minLength":1,"pattern":"[^\\\\x00-\\\\x20]"},\
          "days":{"type":"integer","description":"how many days","minimum":1,"maximum":10,"default":3}},\
          "required":["city"],"additionalProperties":false}""")
          .withStrictParameters(
          """
          {"type":"object","properties":{\
          "city":{"type":"string","description":"the city, as the caller said it","pattern":"[^\\\\x00-\\\\x20]"},\
          "days":{"type":["integer","null"],"description":"how many days. Null means 3.","minimum":1,"maximum":10}},\
          "required":["city","days"],"additionalProperties":false}"""),
      ToolDefinition.of(
          "stop",
          "Stops talking about the weather.",
          """
          {"type":"object","properties":{},\
          "additionalProperties":false}""")
          .asStrict());

  private static final ObjectShape TEMPERATURE_QUERY = ObjectShape.builder()
      .required("city")
      .optional("unit")
      .build();

  private static final EnumNames<WeatherAgent.Unit> UNIT = EnumNames.<WeatherAgent.Unit>builder()
      .name("CELSIUS", WeatherAgent.Unit.CELSIUS)
      .name("FAHRENHEIT", WeatherAgent.Unit.FAHRENHEIT)
      .build();

  private static final ObjectShape FORECAST_ARGUMENTS = ObjectShape.builder()
      .required("city")
      .optional("days")
      .build();

  private final WeatherAgent agent;

  /**
   * @param agent runs the tools
   */
  public WeatherAgentTools(WeatherAgent agent) {
    this.agent = Objects.requireNonNull(agent, "agent");
  }

  @Override
  public AgentProfile agent() {
    return AGENT;
  }

  @Override
  public List<ToolDefinition> definitions() {
    return DEFINITIONS;
  }

  @Override
  public ToolInvocation prepare(ToolCall call, ArgumentOptions options) throws
      InvalidArgumentsException {
    return switch (call.name()) {
      case "get_temperature" -> getTemperature(call, options);
      case "forecast" -> forecast(call, options);
      case "stop" -> stop(call, options);
      default -> throw new IllegalArgumentException("WeatherAgent has no tool named " + call.name());
    };
  }

  private ToolInvocation getTemperature(ToolCall call, ArgumentOptions options) throws
      InvalidArgumentsException {
    WeatherAgent.TemperatureQuery arguments = ArgumentReader.read(call, options,
        WeatherAgentTools::readTemperatureQuery);
    return context -> Results.json(agent.getTemperature(arguments),
        WeatherAgentTools::writeTemperature);
  }

  private ToolInvocation forecast(ToolCall call, ArgumentOptions options) throws
      InvalidArgumentsException {
    ForecastArguments arguments = ArgumentReader.read(call, options,
        WeatherAgentTools::readForecastArguments);
    return context -> Results.json(agent.forecast(arguments.city, arguments.days, context),
        (to, each) -> to.array(each, ResultWriter::value));
  }

  private ToolInvocation stop(ToolCall call, ArgumentOptions options) throws
      InvalidArgumentsException {
    ArgumentReader.readNothing(call, options);
    return context -> {
      agent.stop();
      return ToolResult.none();
    };
  }

  private static WeatherAgent.TemperatureQuery readTemperatureQuery(ArgumentReader in) {
    if (!in.beginObject(TEMPERATURE_QUERY)) {
      return null;
    }
    String city = null;
    Optional<WeatherAgent.Unit> unit = Optional.empty();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "city" -> {
          city = in.readString();
          in.check(Checks.notBlank(city), "must not be blank");
        }
        case "unit" -> unit = Optional.ofNullable(in.readEnum(UNIT));
      }
    }
    return in.endObject()
        ? new WeatherAgent.TemperatureQuery(city, unit)
        : null;
  }

  private static ForecastArguments readForecastArguments(ArgumentReader in) {
    if (!in.beginObject(FORECAST_ARGUMENTS)) {
      return null;
    }
    String city = null;
    int days = 3;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "city" -> {
          city = in.readString();
          in.check(Checks.notBlank(city), "must not be blank");
        }
        case "days" -> {
          days = in.readInt();
          in.check(days >= 1, "must be at least 1");
          in.check(days <= 10, "must be at most 10");
        }
      }
    }
    return in.endObject()
        ? new ForecastArguments(city, days)
        : null;
  }

  private static void writeTemperature(ResultWriter out, WeatherAgent.Temperature value) {
    out.beginObject();
    out.property("city", value.city());
    out.property("temperature", value.temperature());
    out.property("unit", value.unit(), (to, each) -> to.value(UNIT, each));
    out.endObject();
  }

  private static final class ForecastArguments {
    final String city;

    final int days;

    ForecastArguments(String city, int days) {
      this.city = city;
      this.days = days;
    }
  }
}
