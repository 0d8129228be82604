package quarkus.fleet;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.Tool;
import dev.parlando.tool.ToolContext;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Vehicles: trees of JSON, many kinds of numbers, dates in formats of their own. */
class FleetTools {

  @Tool("Where a vehicle is")
  Position position(@JsonProperty("vehicle") UUID vehicleId) {
    return null;
  }

  @Tool("Raw telemetry, as the device sends it")
  JsonNode telemetry(UUID vehicle, Instant since) {
    return null;
  }

  @Tool("Sends settings to a device")
  boolean configure(UUID vehicle, JsonNode settings) {
    return true;
  }

  @Tool("Trips of a vehicle")
  List<Trip> trips(UUID vehicle, @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day, @DefaultValue("Z") ZoneOffset zone) {
    return List.of();
  }

  @Tool("Vehicles within an area")
  Map<UUID, Position> within(Area area) {
    return Map.of();
  }

  @Tool("Records that a vehicle was fuelled")
  Fuelling fuel(UUID vehicle, Fuelling fuelling) {
    return fuelling;
  }

  @Tool("Limits of temperature of a load")
  void cooling(UUID vehicle, @Negative float lowest, @NegativeOrZero double highest) {}

  @Tool("Plans the service of a vehicle")
  LocalDateTime planService(UUID vehicle, ServiceKind kind, ToolContext context) {
    return null;
  }

  @Tool("Faults by code")
  Map<Integer, Fault> faults(UUID vehicle) {
    return Map.of();
  }

  @Tool("Distance driven, in metres")
  long odometer(UUID vehicle) {
    return 0;
  }

  record Position(double lat, double lon, @JsonFormat(pattern = "yyyy-MM-dd HH:mm") LocalDateTime at) {}

  record Trip(Position start, Position end, @Positive int metres, Optional<Driver> driver) {}

  record Driver(String name, long licence) {}

  record Fuelling(@DecimalMin(value = "0", inclusive = false) double litres, @Max(3_000_000_000L) long odometer, FuelKind kind) {}

  record Fault(String text, Severity severity) {}

  sealed interface Area permits Circle, Box, Named {}

  @JsonTypeName("circle")
  record Circle(@Describe("Middle") Corner middle, @Positive long metres) implements Area {}

  @JsonTypeName("box")
  record Box(Corner southWest, Corner northEast) implements Area {}

  @JsonTypeName("place")
  record Named(String name) implements Area {}

  record Corner(double lat, double lon) {}

  enum ServiceKind { SMALL, LARGE, TYRES }

  enum FuelKind {
    DIESEL,
    PETROL,
    ELECTRIC,
    @JsonEnumDefaultValue
    OTHER
  }

  enum Severity { INFO, WARNING, STOP }
}
