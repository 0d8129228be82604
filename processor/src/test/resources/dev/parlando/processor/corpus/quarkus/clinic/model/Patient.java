package quarkus.clinic.model;

import dev.parlando.Sensitive;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Past;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who comes.
 *
 * @param name first and last name
 * @param born day of birth
 * @param insurance number of the insurance card
 */
public record Patient(
    @NotBlank String name, @Past LocalDate born, @Sensitive Optional<String> insurance) {}
