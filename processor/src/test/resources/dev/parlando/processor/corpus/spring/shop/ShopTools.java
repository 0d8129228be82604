package spring.shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.Sensitive;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A shop: request and response records with Jackson's and Jakarta's annotations. */
class ShopTools {

  @Tool("Search products by text and filters")
  Page<Product> searchProducts(ProductQuery query) {
    return new Page<>(List.of(), 0, false);
  }

  @Tool("Everything about one product")
  Optional<Product> product(@Describe("SKU, like AB-1234") Sku sku) {
    return Optional.empty();
  }

  @Tool("How many are in stock, by warehouse")
  Map<String, Integer> stock(@NotEmpty Set<Sku> skus) {
    return Map.of();
  }

  @Tool(value = "Put products into the cart", effect = SideEffect.WRITE)
  Cart addToCart(UUID cartId, @NotEmpty @Size(max = 20) List<@Valid CartItem> items) {
    return null;
  }

  @Tool(value = "Take a product out of the cart", effect = SideEffect.WRITE)
  Cart removeFromCart(UUID cartId, Sku sku) {
    return null;
  }

  @Tool(value = "Place the order", effect = SideEffect.IRREVERSIBLE, timeoutMillis = 20_000, sequential = true)
  CompletableFuture<OrderConfirmation> placeOrder(CheckoutRequest request) {
    return null;
  }

  @Tool("The orders of a customer, newest first")
  List<OrderSummary> orders(@JsonProperty("customer_id") long customerId, @DefaultValue("10") @Min(1) int limit) {
    return List.of();
  }

  @Tool("Where an order is now")
  TrackingInfo trackOrder(String orderNumber) {
    return null;
  }

  @Tool(value = "Return some lines of an order", effect = SideEffect.WRITE)
  void returnItems(String orderNumber, Map<String, @Positive Integer> quantities, ReturnReason reason) {}

  @Tool("Price of a basket in another currency")
  BigDecimal convert(@Digits(integer = 10, fraction = 2) BigDecimal amount, java.util.Currency to) {
    return amount;
  }

  @Tool("Leave a review")
  String review(Sku sku, @Min(1) @jakarta.validation.constraints.Max(5) byte stars, Optional<@Size(max = 2000) String> text) {
    return "";
  }

  record ProductQuery(
      @JsonPropertyDescription("What the customer said") @NotNull String text,
      @JsonProperty("min_price") Optional<BigDecimal> minPrice,
      @JsonProperty("max_price") Optional<BigDecimal> maxPrice,
      @DefaultValue("relevance") Sort sort,
      Set<Category> categories,
      @DefaultValue("0") @Min(0) int page) {}

  record Sku(@JsonValue @Pattern(regexp = "[A-Z]{2}-[0-9]{4}") String value) {}

  record Product(Sku sku, String name, BigDecimal price, Category category, List<String> images) {}

  record Page<T>(List<T> items, int page, boolean more) {}

  record CartItem(Sku sku, @Positive int quantity) {}

  record Cart(UUID id, List<CartItem> items, BigDecimal total) {}

  record CheckoutRequest(UUID cartId, @Valid Address shipTo, @Sensitive Payment payment, Optional<String> coupon) {}

  record Address(String street, String city, @Pattern(regexp = "[0-9]{4,5}") String zip, java.util.Locale country) {}

  record Payment(@Size(min = 12, max = 19) String cardNumber, java.time.YearMonth expires) {}

  record OrderConfirmation(String orderNumber, LocalDate arrival) {}

  record OrderSummary(String orderNumber, Instant placed, Status status, BigDecimal total) {}

  record TrackingInfo(Status status, Optional<String> carrier, List<Event> events) {

    record Event(Instant at, String place, String what) {}
  }

  enum Sort {
    @JsonProperty("relevance") RELEVANCE,
    @JsonProperty("price_asc") CHEAPEST,
    @JsonProperty("newest") NEWEST
  }

  enum Category { BOOKS, MUSIC, GAMES, GARDEN }

  enum Status { PLACED, PAID, SHIPPED, DELIVERED, RETURNED }

  /** Why something comes back. */
  enum ReturnReason {
    /** It does not work. */
    DEFECT,
    /** It is not what was ordered. */
    WRONG,
    /** The customer thinks otherwise now. */
    REGRET
  }
}
