package langchain4j.assistant;

import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small tools with scalars: the first that everybody writes. */
public class AssistantTools {

  @Tool("Calculates the sum of 2 numbers")
  public double sum(double a, double b) {
    return a + b;
  }

  @Tool("Calculates the square root of a number")
  public double squareRoot(double x) {
    return Math.sqrt(x);
  }

  @Tool("Calculates the length of a string")
  public int stringLength(String s) {
    return s.length();
  }

  @Tool("Returns the current date")
  public LocalDate today() {
    return LocalDate.EPOCH;
  }

  @Tool("Returns the time in a zone")
  public ZonedDateTime timeIn(@Describe("IANA name, for example Europe/Vienna") ZoneId zone) {
    return null;
  }

  @Tool(value = "Sets a timer", effect = SideEffect.WRITE)
  public String startTimer(Duration duration, @DefaultValue("timer") String label) {
    return label;
  }

  @Tool(value = "Sets an alarm that repeats", effect = SideEffect.WRITE)
  public void setAlarm(LocalTime at, @NotEmpty Set<java.time.DayOfWeek> days) {}

  @Tool(value = "Adds an event to the calendar", effect = SideEffect.WRITE)
  public Event addEvent(String title, LocalDateTime start, LocalDateTime end, List<@Email String> guests) {
    return null;
  }

  @Tool("Events between two days")
  public List<Event> events(LocalDate from, LocalDate to) {
    return List.of();
  }

  @Tool("Translates a text")
  public String translate(String text, @Describe("BCP 47") java.util.Locale to) {
    return text;
  }

  @Tool("Rolls dice")
  public int[] roll(@Positive @DefaultValue("1") int dice, @Positive @DefaultValue("6") int sides) {
    return new int[dice];
  }

  @Tool("Converts between units of length")
  public double convertLength(double value, Length from, Length to) {
    return value;
  }

  @Tool("Counts the words of a text")
  public Map<String, Integer> wordCount(CharSequence text) {
    return Map.of();
  }

  @Tool("Whether a year is a leap year")
  public boolean isLeapYear(java.time.Year year) {
    return year.isLeap();
  }

  @Tool("The letter at a position")
  public char letterAt(String text, int position) {
    return text.charAt(position);
  }

  public record Event(String title, LocalDateTime start, LocalDateTime end) {}

  public enum Length { METRE, FOOT, MILE }
}
