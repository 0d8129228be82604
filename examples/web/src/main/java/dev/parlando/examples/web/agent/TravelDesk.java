package dev.parlando.examples.web.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parlando.Describe;
import dev.parlando.Sensitive;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import dev.parlando.VoiceAgent;
import dev.parlando.tool.ToolException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A travel desk whose tools show what a tool can be: quick, slow, strict, secret, final. */
@VoiceAgent(
    instructions =
        "You are the travel desk of a small hotel. Answer in one or two short sentences. Say a word"
            + " before you look something up that takes long.",
    voice = "marin")
public final class TravelDesk {

  private static final int CELSIUS = 22;

  private final long delayMs;
  private final Map<String, String> bookings = new ConcurrentHashMap<>();
  private final AtomicInteger booked = new AtomicInteger(100);

  /** A desk whose timetable takes 1.2 s to look into, as real ones do. */
  public TravelDesk() {
    this(1200);
  }

  /**
   * A desk.
   *
   * @param delayMs how long the timetable takes, in ms
   */
  public TravelDesk(long delayMs) {
    this.delayMs = delayMs;
  }

  /** Gets the current temperature of a city. */
  @Tool(effect = SideEffect.READ)
  Temperature getTemperature(TemperatureQuery query) {
    Unit unit = query.unit().orElse(Unit.CELSIUS);
    int degrees = unit == Unit.CELSIUS ? CELSIUS : Math.round(CELSIUS * 1.8f + 32);
    return new Temperature(query.city(), degrees, unit);
  }

  /** Finds trains between two cities. It takes a while. */
  @Tool(effect = SideEffect.READ, timeoutMillis = 20_000)
  List<Train> findTrains(
      @Describe("where the journey begins") @NotBlank String from,
      @Describe("where it ends") @NotBlank String to)
      throws InterruptedException {
    Thread.sleep(delayMs);
    return List.of(
        new Train("IC 87", from, to, "09:12", 2), new Train("RE 4", from, to, "10:40", 0));
  }

  /** Books a table in the hotel's restaurant. */
  @Tool(effect = SideEffect.WRITE, sequential = true)
  Booking bookTable(TableRequest request) {
    String number = "T" + booked.incrementAndGet();
    bookings.put(number, request.name());
    return new Booking(number, request.guests(), request.time());
  }

  /** Cancels a booking for good. */
  @Tool(effect = SideEffect.IRREVERSIBLE)
  String cancelBooking(
      @Describe("the booking number") @Pattern(regexp = "T[0-9]{3}") String number) {
    if (bookings.remove(number) == null) {
      throw new ToolException("There is no booking " + number + ".");
    }
    return "Booking " + number + " is cancelled.";
  }

  /** Notes a phone number, to call the guest back. */
  @Tool(effect = SideEffect.WRITE)
  String noteCallback(
      @Describe("the phone number, with country code")
          @Sensitive
          @Pattern(regexp = "\\+[0-9 ]{6,20}")
          String phone,
      @Describe("when to call") Optional<@Size(max = 40) String> when) {
    return "Noted, we will call back " + when.orElse("soon") + ".";
  }

  /**
   * What is asked about the weather.
   *
   * @param city the city, as the guest said it
   * @param unit the unit to answer in
   */
  record TemperatureQuery(@NotBlank String city, Optional<Unit> unit) {}

  /** What the model gets back about the weather. */
  record Temperature(String city, int temperature, Unit unit) {}

  /** Units of temperature. */
  enum Unit {
    @JsonProperty("celsius")
    CELSIUS,
    @JsonProperty("fahrenheit")
    FAHRENHEIT
  }

  /** A train. */
  record Train(String train, String from, String to, String departure, int changes) {}

  /**
   * A table to be booked.
   *
   * @param name whom the table is for
   * @param guests how many will come
   * @param time when, as hh:mm
   * @param seating where they want to sit
   * @param requests anything else that the guest asks for
   */
  record TableRequest(
      @NotBlank @Size(max = 40) String name,
      @Min(1) @Max(8) int guests,
      @Pattern(regexp = "[0-2][0-9]:[0-5][0-9]") String time,
      Optional<Seating> seating,
      Optional<List<String>> requests) {}

  /** Where tables are. */
  enum Seating {
    @JsonProperty("inside")
    INSIDE,
    @JsonProperty("terrace")
    TERRACE,
    @JsonProperty("window")
    WINDOW
  }

  /** A table that is booked. */
  record Booking(String number, int guests, String time) {}
}
