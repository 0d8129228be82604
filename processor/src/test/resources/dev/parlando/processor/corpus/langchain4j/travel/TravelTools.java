package langchain4j.travel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.Tool;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Nested requests: sealed variants, lists of records, generic pages. */
class TravelTools {

  @Tool("Searches flights")
  Results<Flight> searchFlights(FlightSearch search) {
    return null;
  }

  @Tool("Searches trains and buses")
  Results<Connection> searchConnections(Place from, Place to, OffsetDateTime departure) {
    return null;
  }

  @Tool("Plans a trip of several stops")
  Itinerary planTrip(@NotEmpty List<Stop> stops, @DefaultValue("CHEAP") Preference preference) {
    return null;
  }

  @Tool("Prices of a route by day")
  Map<LocalDate, BigDecimal> calendar(AirportCode from, AirportCode to, Period around) {
    return Map.of();
  }

  @Tool("Rules for entering a country")
  List<String> visaRules(java.util.Locale nationality, java.util.Locale destination) {
    return List.of();
  }

  @Tool("Rents a car")
  Rental rentCar(@Describe("Where to take it") Place pickUp, Optional<Place> dropOff, CarClass carClass, Set<Extra> extras) {
    return null;
  }

  @Tool("Sights near a place")
  List<Sight> sights(Place near, @Max(50) @DefaultValue("5") int limit) {
    return List.of();
  }

  @Tool("The shortest way between places")
  Optional<Duration> travelTime(List<Place> over) {
    return Optional.empty();
  }

  @Tool("Public holidays of a country")
  Map<MonthDay, String> holidays(java.util.Locale country) {
    return Map.of();
  }

  @Tool("Where a page about a place is")
  URI pageOf(Place place) {
    return URI.create("about:blank");
  }

  record FlightSearch(
      AirportCode from,
      AirportCode to,
      @Future LocalDate outbound,
      Optional<LocalDate> inbound,
      @DefaultValue("1") @Max(9) int adults,
      @DefaultValue("ECONOMY") Cabin cabin,
      @DefaultValue("false") boolean direct) {}

  record AirportCode(@com.fasterxml.jackson.annotation.JsonValue @Pattern(regexp = "[A-Z]{3}") String code) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = City.class, name = "city"),
    @JsonSubTypes.Type(value = Coordinates.class, name = "point"),
    @JsonSubTypes.Type(value = Landmark.class, name = "landmark")
  })
  sealed interface Place permits City, Coordinates, Landmark {}

  record City(String name, Optional<String> country) implements Place {}

  record Coordinates(double lat, double lon) implements Place {}

  record Landmark(String name, City in) implements Place {}

  record Stop(Place place, Period stay, List<String> wishes) {}

  record Flight(String number, OffsetDateTime departure, Duration duration, BigDecimal price) {}

  record Connection(List<Leg> legs, BigDecimal price) {

    record Leg(String line, OffsetDateTime departure, OffsetDateTime arrival) {}
  }

  record Results<T>(List<T> items, Optional<String> nextPage) {}

  record Itinerary(List<Stop> stops, BigDecimal total) {}

  record Rental(String reference, BigDecimal perDay) {}

  record Sight(String name, double rating, Place where) {}

  enum Cabin { ECONOMY, BUSINESS, FIRST }

  enum Preference { CHEAP, FAST, COMFORTABLE }

  enum CarClass { MINI, COMPACT, VAN }

  enum Extra { CHILD_SEAT, NAVIGATION, SNOW_CHAINS }
}
