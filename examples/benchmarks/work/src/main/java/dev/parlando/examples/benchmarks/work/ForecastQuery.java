package dev.parlando.examples.benchmarks.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the model asks for: a text, an enum that may be left out, a number and a list. */
public record ForecastQuery(
    @NotBlank String city, @Nullable Unit unit, @Min(1) @Max(10) int days, List<String> fields) {}
