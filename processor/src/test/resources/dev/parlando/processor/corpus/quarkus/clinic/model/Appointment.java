package quarkus.clinic.model;

import java.time.LocalDateTime;

/** A time with a doctor. */
public record Appointment(long number, LocalDateTime at, String doctor, Patient patient) {}
