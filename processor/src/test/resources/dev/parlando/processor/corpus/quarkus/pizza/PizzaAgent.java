package quarkus.pizza;

import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A bean that keeps a conversation's state. */
class PizzaAgent {

  private final List<Pizza> basket = new ArrayList<>();

  @Tool("The menu")
  List<MenuItem> menu(@DefaultValue("ANY") Diet diet) {
    return List.of();
  }

  @Tool(value = "Adds a pizza to the basket", effect = SideEffect.WRITE)
  Basket addPizza(@Valid Pizza pizza, @DefaultValue("1") @Min(1) @Max(20) int count) {
    basket.add(pizza);
    return null;
  }

  @Tool(value = "Makes a pizza of two halves", effect = SideEffect.WRITE)
  Basket addHalves(Half left, Half right, Size_ size) {
    return null;
  }

  @Tool(value = "Adds drinks", effect = SideEffect.WRITE)
  Basket addDrinks(@NotEmpty Map<Drink, @Min(1) Integer> drinks) {
    return null;
  }

  @Tool("What is in the basket")
  Basket basket() {
    return null;
  }

  @Tool(value = "Empties the basket", effect = SideEffect.WRITE)
  void clear() {
    basket.clear();
  }

  @Tool("How long it takes")
  Duration deliveryTime(@Pattern(regexp = "^[0-9]{4}$") String zip) {
    return Duration.ofMinutes(40);
  }

  @Tool(value = "Orders what is in the basket", effect = SideEffect.IRREVERSIBLE, sequential = true)
  Order order(Delivery delivery, @AssertTrue boolean confirmed) {
    return null;
  }

  @Tool(value = "Uses a voucher", maxCorrections = 0)
  BigDecimal voucher(@NotBlank @Size(min = 8, max = 8) String code) {
    return BigDecimal.ZERO;
  }

  @Tool(value = "Reads out the allergens", maxOutputChars = 500)
  String allergens(Set<String> toppings) {
    return "";
  }

  record Pizza(
      String name,
      @DefaultValue("MEDIUM") Size_ size,
      @Size(max = 5) List<@NotBlank String> extra,
      Optional<@Size(max = 80) String> remark) {}

  record Half(String name, Set<String> without) {}

  record MenuItem(String name, Map<Size_, BigDecimal> prices, @Describe("For humans") String text) {}

  record Basket(List<Pizza> pizzas, Map<Drink, Integer> drinks, BigDecimal total) {}

  record Order(int number, Duration ready) {}

  sealed interface Delivery {}

  record ToDoor(String street, String number, @DefaultValue("0") int floor) implements Delivery {}

  record PickUp(String name) implements Delivery {}

  enum Size_ { SMALL, MEDIUM, LARGE }

  enum Diet { ANY, VEGETARIAN, VEGAN }

  enum Drink { WATER, COLA, BEER, WINE }
}
