package dev.parlando.examples.benchmarks.parlando;

import dev.parlando.examples.benchmarks.work.Forecast;
import dev.parlando.examples.benchmarks.work.ForecastQuery;
import dev.parlando.examples.benchmarks.work.Forecaster;
import dev.parlando.examples.benchmarks.work.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.SegmentedStringWriter;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * The tool as somebody would write it who has only this one tool and an afternoon: Jackson's
 * streaming API, the checks in place, and an exception where one fails.
 */
final class HandTool {

  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .build();

  private static final SerializedString CITY = new SerializedString("city");
  private static final SerializedString TEMPERATURE = new SerializedString("temperature");
  private static final SerializedString UNIT = new SerializedString("unit");
  private static final SerializedString DAYS = new SerializedString("days");
  private static final SerializedString NAME = new SerializedString("name");
  private static final SerializedString LOW = new SerializedString("low");
  private static final SerializedString HIGH = new SerializedString("high");

  private final Forecaster forecaster;

  HandTool(Forecaster forecaster) {
    this.forecaster = forecaster;
  }

  String dispatch(String tool, String json) {
    if (!tool.equals("get_forecast")) {
      throw new IllegalArgumentException(tool);
    }
    ForecastQuery query;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      query = read(parser);
    }
    String problems = problems(query);
    if (problems != null) {
      throw new IllegalArgumentException(problems);
    }
    return write(forecaster.forecast(query));
  }

  /** All that is wrong with a query, or null. */
  static @Nullable String problems(ForecastQuery query) {
    String city = query.city() == null || query.city().isBlank() ? "city: must not be blank" : null;
    String days =
        query.days() < 1
            ? "days: must be at least 1"
            : query.days() > 10 ? "days: must be at most 10" : null;
    return city == null || days == null ? (city == null ? days : city) : city + "; " + days;
  }

  static ForecastQuery read(JsonParser in) {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("no object");
    }
    String city = "";
    Unit unit = null;
    int days = 0;
    List<String> fields = List.of();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken token = in.nextToken();
      switch (name) {
        case "city" -> city = in.getString();
        case "unit" -> unit = token == JsonToken.VALUE_NULL ? null : unit(in.getString());
        case "days" -> days = in.getIntValue();
        case "fields" -> fields = texts(in);
        default -> in.skipChildren();
      }
    }
    return new ForecastQuery(city, unit, days, fields);
  }

  private static Unit unit(String name) {
    return switch (name) {
      case "CELSIUS" -> Unit.CELSIUS;
      case "FAHRENHEIT" -> Unit.FAHRENHEIT;
      default -> throw new IllegalArgumentException("unit");
    };
  }

  private static List<String> texts(JsonParser in) {
    List<String> texts = new ArrayList<>(4);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      texts.add(in.getString());
    }
    return texts;
  }

  static String write(Forecast forecast) {
    BufferRecycler buffers = JSON._getBufferRecycler();
    try (SegmentedStringWriter text = new SegmentedStringWriter(buffers)) {
      try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
        write(out, forecast);
      }
      return text.getAndClear();
    } finally {
      buffers.releaseToPool();
    }
  }

  private static void write(JsonGenerator out, Forecast forecast) {
    out.writeStartObject();
    out.writeName(CITY);
    out.writeString(forecast.city());
    out.writeName(TEMPERATURE);
    out.writeNumber(forecast.temperature());
    out.writeName(UNIT);
    out.writeString(forecast.unit().name());
    out.writeName(DAYS);
    out.writeStartArray();
    for (Forecast.Day day : forecast.days()) {
      out.writeStartObject();
      out.writeName(NAME);
      out.writeString(day.name());
      out.writeName(LOW);
      out.writeNumber(day.low());
      out.writeName(HIGH);
      out.writeNumber(day.high());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
