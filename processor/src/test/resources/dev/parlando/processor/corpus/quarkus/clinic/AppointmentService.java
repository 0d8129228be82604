package quarkus.clinic;

import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.Sensitive;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import dev.parlando.VoiceAgent;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quarkus.clinic.model.Appointment;
import quarkus.clinic.model.Patient;
import quarkus.clinic.model.Speciality;

@VoiceAgent(instructions = "You make appointments for a clinic. Never give medical advice.")
public class AppointmentService {

  @Tool("Doctors of a speciality")
  public List<Doctor> doctors(Speciality speciality) {
    return List.of();
  }

  @Tool("Free times of a doctor")
  public Map<LocalDate, List<LocalTime>> freeTimes(@Describe("As in doctors") int doctorId, Week week) {
    return Map.of();
  }

  @Tool(value = "Makes an appointment", effect = SideEffect.IRREVERSIBLE)
  public Appointment book(int doctorId, @Future LocalDateTime at, Patient patient) {
    return null;
  }

  @Tool(value = "Moves an appointment", effect = SideEffect.WRITE)
  public Appointment reschedule(long appointment, @Future LocalDateTime to) {
    return null;
  }

  @Tool(value = "Cancels an appointment", effect = SideEffect.WRITE)
  public void cancel(long appointment, Optional<@Size(max = 200) String> reason) {}

  @Tool("Whether a patient is known")
  public boolean isKnown(@Sensitive String name, @Sensitive @Past LocalDate born) {
    return false;
  }

  @Tool("Appointments of a patient")
  public List<Appointment> appointments(Patient patient) {
    return List.of();
  }

  @Tool(value = "Asks for a prescription again", effect = SideEffect.WRITE)
  public Prescription renew(@Sensitive @NotBlank String medicine, @DefaultValue("1") int packs) {
    return null;
  }

  @Tool("Opening hours")
  public Map<java.time.DayOfWeek, Hours> hours() {
    return Map.of();
  }

  @Tool("Which doctor to go to for a complaint, by keywords")
  public Speciality triage(List<String> complaints) {
    return Speciality.GENERAL;
  }

  public record Doctor(int id, String name, Speciality speciality) {}

  public record Week(int year, int week) {}

  public record Hours(LocalTime from, LocalTime to) {}

  public record Prescription(String medicine, LocalDate from) {}
}
