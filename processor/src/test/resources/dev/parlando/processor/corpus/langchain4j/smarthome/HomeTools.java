package langchain4j.smarthome;

import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Tools nested in a class, static ones, recursive records, arrays. */
public final class HomeTools {

  private HomeTools() {}

  /** The lights. */
  public static class Lights {

    @Tool(value = "Switches a light", effect = SideEffect.WRITE)
    public void switchLight(String room, boolean on) {}

    @Tool(value = "Dims a light", effect = SideEffect.WRITE)
    public void dim(String room, @Min(0) @Max(100) int percent) {}

    @Tool(value = "Sets the colour of a light", effect = SideEffect.WRITE)
    public Colour colour(String room, Colour colour) {
      return colour;
    }

    @Tool("Which lights are on")
    public Map<String, Boolean> status() {
      return new java.util.HashMap<>();
    }
  }

  /** The heating. */
  static class Heating {

    @Tool("The temperature of a room")
    OptionalDouble temperature(String room) {
      return OptionalDouble.empty();
    }

    @Tool(value = "Sets the temperature of rooms", effect = SideEffect.WRITE)
    void setTemperatures(Map<@Size(min = 1) String, @Min(5) @Max(30) Double> byRoom) {}

    @Tool(value = "Sets a schedule", effect = SideEffect.WRITE)
    int schedule(Day[] days, Period... periods) {
      return periods.length;
    }

    @Tool("Energy used, in watt-hours")
    OptionalLong energy(Optional<Day> day) {
      return OptionalLong.empty();
    }
  }

  /** Everything else. */
  static class House {

    @Tool(value = "Runs a scene", effect = SideEffect.WRITE)
    static String scene(Scene scene) {
      return scene.name();
    }

    @Tool(value = "Plays music", effect = SideEffect.WRITE)
    void play(Media media, @DefaultValue("30") @Min(0) @Max(100) byte volume) {}

    @Tool("The rooms and what is in them")
    Area rooms() {
      return null;
    }

    @Tool("Values of a sensor, a row for each hour")
    double[][] sensor(@Describe("As printed on it") @Pattern(regexp = "S-\\d{3}") String id) {
      return new double[0][];
    }
  }

  public record Colour(@Min(0) @Max(255) short red, @Min(0) @Max(255) short green, @Min(0) @Max(255) short blue) {}

  record Period(LocalTime from, LocalTime to, float degrees) {}

  record Scene(String name, List<Step> steps) {}

  sealed interface Step {
    record Switch(String device, boolean on) implements Step {}

    record Wait(@Min(1) long seconds) implements Step {}

    record Repeat(@Max(10) int times, List<Step> steps) implements Step {}
  }

  sealed interface Media permits Station, Album {}

  record Station(String name) implements Media {}

  record Album(String artist, String title) implements Media {}

  record Area(String name, List<String> devices, List<Area> areas) {}

  enum Day { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY }
}
