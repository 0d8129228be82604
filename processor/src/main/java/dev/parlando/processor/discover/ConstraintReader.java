package dev.parlando.processor.discover;

import dev.parlando.processor.diagnostic.Problem;
import dev.parlando.processor.model.ConstraintModel;
import dev.parlando.processor.model.ConstraintModel.Bound;
import dev.parlando.processor.model.ConstraintModel.Custom;
import dev.parlando.processor.model.ConstraintModel.Digits;
import dev.parlando.processor.model.ConstraintModel.Email;
import dev.parlando.processor.model.ConstraintModel.Moment;
import dev.parlando.processor.model.ConstraintModel.NotBlank;
import dev.parlando.processor.model.ConstraintModel.Regex;
import dev.parlando.processor.model.ConstraintModel.Size;
import dev.parlando.processor.model.ConstraintModel.Truth;
import dev.parlando.processor.model.Origin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Jakarta's constraints, recognised by their names. */
final class ConstraintReader {

  private static final String PACKAGE = "jakarta.validation.constraints.";

  /** Where the same annotations were before they moved. */
  private static final String FORMER_PACKAGE = "javax.validation.constraints.";

  /** What readers of JSON take at most; more would also fill the memory when written out. */
  private static final int MAX_DIGITS = 1000;

  private final Reading reading;

  ConstraintReader(Reading reading) {
    this.reading = reading;
  }

  List<ConstraintModel> read(Annotations annotations, Place place) {
    List<ConstraintModel> constraints = new ArrayList<>();
    for (Annotation annotation : annotations) {
      if (annotation.name().startsWith(FORMER_PACKAGE)) {
        String today = PACKAGE + annotation.name().substring(FORMER_PACKAGE.length());
        reading
            .report()
            .add(Problem.CONSTRAINT_OF_JAVAX, place.origin(annotation), annotation.name(), today);
        continue;
      }
      Optional<ConstraintModel> constraint =
          isConstraint(annotation) ? read(annotation, place) : Optional.empty();
      if (constraint.isPresent()) {
        constraints.add(constraint.get());
      }
    }
    return constraints;
  }

  private boolean isConstraint(Annotation annotation) {
    return annotation.name().startsWith(PACKAGE)
        || reading.lang().isAnnotated(annotation.name(), "jakarta.validation.Constraint");
  }

  private Optional<ConstraintModel> read(Annotation annotation, Place place) {
    Origin origin = place.origin(annotation);
    if (!isForDefaultGroup(annotation)) {
      reading.report().add(Problem.CONSTRAINT_GROUPS, origin, annotation.simpleName());
      return Optional.empty();
    }
    if (!annotation.name().startsWith(PACKAGE)) {
      return Optional.of(new Custom(annotation.simpleName(), Optional.empty(), origin));
    }
    Optional<String> message = message(annotation, place);
    return Optional.ofNullable(
        switch (annotation.simpleName()) {
          // Whether it must be there follows from a property's type.
          case "NotNull" -> null;
          case "Null" -> {
            reading.report().add(Problem.CONSTRAINT_NULL, origin);
            yield null;
          }
          case "NotBlank" -> new NotBlank(message, origin);
          case "NotEmpty" -> new Size("NotEmpty", 1, Size.UNLIMITED, message, origin);
          case "Size" ->
              new Size("Size", annotation.number("min"), annotation.number("max"), message, origin);
          case "Min" -> bound(annotation, number(annotation), false, true, message, origin);
          case "Max" -> bound(annotation, number(annotation), true, true, message, origin);
          case "DecimalMin" -> decimal(annotation, false, message, origin);
          case "DecimalMax" -> decimal(annotation, true, message, origin);
          case "Positive" -> bound(annotation, BigDecimal.ZERO, false, false, message, origin);
          case "PositiveOrZero" -> bound(annotation, BigDecimal.ZERO, false, true, message, origin);
          case "Negative" -> bound(annotation, BigDecimal.ZERO, true, false, message, origin);
          case "NegativeOrZero" -> bound(annotation, BigDecimal.ZERO, true, true, message, origin);
          case "Digits" ->
              new Digits(
                  (int) annotation.number("integer"),
                  (int) annotation.number("fraction"),
                  message,
                  origin);
          case "Pattern" ->
              new Regex(annotation.text("regexp"), flags(annotation), message, origin);
          case "Email" -> new Email(annotation.text("regexp"), flags(annotation), message, origin);
          case "Past" -> new Moment("Past", true, false, message, origin);
          case "PastOrPresent" -> new Moment("PastOrPresent", true, true, message, origin);
          case "Future" -> new Moment("Future", false, false, message, origin);
          case "FutureOrPresent" -> new Moment("FutureOrPresent", false, true, message, origin);
          case "AssertTrue" -> new Truth(true, message, origin);
          case "AssertFalse" -> new Truth(false, message, origin);
          default -> new Custom(annotation.simpleName(), message, origin);
        });
  }

  private static BigDecimal number(Annotation annotation) {
    return BigDecimal.valueOf(annotation.number("value"));
  }

  private static Bound bound(
      Annotation annotation,
      BigDecimal limit,
      boolean upper,
      boolean inclusive,
      Optional<String> message,
      Origin origin) {
    return new Bound(annotation.simpleName(), limit, upper, inclusive, message, origin);
  }

  private Bound decimal(
      Annotation annotation, boolean upper, Optional<String> message, Origin origin) {
    BigDecimal limit = BigDecimal.ZERO;
    String text = annotation.text("value");
    try {
      BigDecimal stated = new BigDecimal(text);
      if (Math.abs((long) stated.scale()) > MAX_DIGITS) {
        String fault = "\"" + text + "\" has more than " + MAX_DIGITS + " digits";
        reading.report().add(Problem.CONSTRAINT_CONTRADICTION, origin, fault);
      } else {
        limit = stated;
      }
    } catch (NumberFormatException e) {
      String fault = "\"" + text + "\" is no number";
      reading.report().add(Problem.CONSTRAINT_CONTRADICTION, origin, fault);
    }
    return bound(annotation, limit, upper, annotation.flag("inclusive"), message, origin);
  }

  private static List<String> flags(Annotation annotation) {
    return annotation.list("flags").stream().map(String.class::cast).toList();
  }

  private static boolean isForDefaultGroup(Annotation annotation) {
    for (Object group : annotation.list("groups")) {
      if (!group.equals("jakarta.validation.groups.Default")) {
        return false;
      }
    }
    return true;
  }

  /** The message, if it is not the constraint's own; what it refers to is filled in. */
  private Optional<String> message(Annotation annotation, Place place) {
    String message = annotation.text("message");
    if (message.startsWith("{jakarta.validation.")) {
      return Optional.empty();
    }
    String filled = message;
    for (String name : annotation.values().keySet()) {
      filled = filled.replace("{" + name + "}", String.valueOf(annotation.values().get(name)));
    }
    if (filled.contains("${") || filled.matches(".*\\{\\w.*}.*")) {
      reading.report().add(Problem.CONSTRAINT_MESSAGE_IGNORED, place.origin(annotation), message);
      return Optional.empty();
    }
    return Optional.of(filled);
  }
}
