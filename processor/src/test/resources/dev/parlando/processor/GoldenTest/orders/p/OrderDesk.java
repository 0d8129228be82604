package p;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parlando.DefaultValue;
import dev.parlando.Sensitive;
import dev.parlando.Tool;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class OrderDesk {

  @Tool("Places an order.")
  Receipt place(Order order) {
    return null;
  }

  record Order(
      @NotEmpty List<Item> items,
      @JsonProperty("deliver_on") @FutureOrPresent LocalDate deliverOn,
      Optional<@Email String> email,
      @Sensitive @JsonAlias("cvc") @Pattern(regexp = "\\d{3}") String cardCode,
      @DefaultValue("normal") Priority priority,
      Map<String, List<@Size(max = 20) String>> notes) {}

  record Item(
      Sku sku,
      @Positive int count,
      @DecimalMin("0.01") BigDecimal price,
      OptionalInt discount) {}

  record Sku(@JsonValue @Pattern(regexp = "[A-Z]{3}-\\d+") String text) {}

  enum Priority {
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("urgent")
    @JsonAlias("asap")
    URGENT
  }

  record Receipt(Sku first, BigDecimal total, Optional<LocalDate> arrival, List<Item> items) {}
}
