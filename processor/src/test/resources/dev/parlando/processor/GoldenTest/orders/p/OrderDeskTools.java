package p;

import dev.parlando.Generated;
import dev.parlando.json.ArgumentMask;
import dev.parlando.json.ArgumentReader;
import dev.parlando.json.Checks;
import dev.parlando.json.EnumNames;
import dev.parlando.json.MapKeys;
import dev.parlando.json.ObjectShape;
import dev.parlando.json.ResultWriter;
import dev.parlando.json.Results;
import dev.parlando.json.TextFormats;
import dev.parlando.tool.ArgumentOptions;
import dev.parlando.tool.InvalidArgumentsException;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolDefinition;
import dev.parlando.tool.ToolInvocation;
import dev.parlando.tool.ToolSet;
import java.lang.IllegalArgumentException;
import java.lang.Integer;
import java.lang.Override;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tools of {@link OrderDesk}: what the model is told, and how calls are run.
 */
@Generated("dev.parlando.processor")
@SuppressWarnings({"all", "deprecation", "removal", "unchecked", "rawtypes", "NullAway"})
final class OrderDeskTools implements ToolSet {
  private static final List<ToolDefinition> DEFINITIONS = List.of(
      ToolDefinition.of(
          "place",
          "Places an order.",
          """
          {"type":"object","properties":{\
          "items":{"type":"array","items":{"type":"object","properties":{\
          "sku":{"type":"string","pattern":"^[A-Z]{3}-[0-9]+$"},\
          "count":{"type":"integer","exclusiveMinimum":0},\
          "price":{"type":"number","minimum":0.01},\
          "discount":{"type":"integer"}},\
          "required":["sku","count","price"],"additionalProperties":false},\
          "minItems":1},\
          "deliver_on":{"type":"string","description":"Must be in the future or now.","format":"date"},\
          "email":{"type":"string","format":"email"},\
          "cardCode":{"type":"string","pattern":"^[0-9]{3}$"},\
          "priority":{"type":"string","enum":["normal","urgent"],"default":"normal"},\
          "notes":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","maxLength":20}}}},\
          "required":["items","deliver_on","cardCode","notes"],"additionalProperties":false}"""));

  private static final ObjectShape ORDER = ObjectShape.builder()
      .required("items")
      .required("deliver_on")
      .optional("email")
      .required("cardCode", "cvc").sensitive()
      .optional("priority")
      .required("notes")
      .build();

  private static final Pattern CARD_CODE_PATTERN = Pattern.compile("\\d{3}");

  private static final EnumNames<OrderDesk.Priority> PRIORITY = EnumNames.<OrderDesk.Priority>builder()
      .name("normal", OrderDesk.Priority.NORMAL)
      .name("urgent", OrderDesk.Priority.URGENT, "asap")
      .build();

  private static final ObjectShape ITEM = ObjectShape.builder()
      .required("sku")
      .required("count")
      .required("price")
      .optional("discount")
      .build();

  private static final BigDecimal PRICE_MIN = new BigDecimal("0.01");

  private static final Pattern SKU_PATTERN = Pattern.compile("[A-Z]{3}-\\d+");

  private static final Set<String> PLACE_SHOWN = Set.of("count", "deliver_on", "discount", "email",
      "items", "notes", "price", "priority", "sku");

  private final OrderDesk agent;

  /**
   * @param agent runs the tools
   */
  OrderDeskTools(OrderDesk agent) {
    this.agent = Objects.requireNonNull(agent, "agent");
  }

  @Override
  public List<ToolDefinition> definitions() {
    return DEFINITIONS;
  }

  @Override
  public String masked(ToolCall call) {
    return switch (call.name()) {
      case "place" -> ArgumentMask.mask(call.arguments(), PLACE_SHOWN);
      default -> call.arguments();
    };
  }

  @Override
  public ToolInvocation prepare(ToolCall call, ArgumentOptions options) throws
      InvalidArgumentsException {
    return switch (call.name()) {
      case "place" -> place(call, options);
      default -> throw new IllegalArgumentException("OrderDesk has no tool named " + call.name());
    };
  }

  private ToolInvocation place(ToolCall call, ArgumentOptions options) throws
      InvalidArgumentsException {
    OrderDesk.Order arguments = ArgumentReader.read(call, options, OrderDeskTools::readOrder);
    return context -> Results.json(agent.place(arguments), OrderDeskTools::writeReceipt);
  }

  private static OrderDesk.Order readOrder(ArgumentReader in) {
    if (!in.beginObject(ORDER)) {
      return null;
    }
    List<OrderDesk.Item> items = null;
    LocalDate deliverOn = null;
    Optional<String> email = Optional.empty();
    String cardCode = null;
    OrderDesk.Priority priority = OrderDesk.Priority.NORMAL;
    Map<String, List<String>> notes = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "items" -> {
          items = in.readList(OrderDeskTools::readItem);
          in.check(Checks.size(items, 1, Integer.MAX_VALUE), "must not be empty");
        }
        case "deliver_on" -> {
          deliverOn = in.readText(TextFormats.LOCAL_DATE);
          in.check(Checks.futureOrPresent(deliverOn, in.clock()), "must be in the future or now");
        }
        case "email" -> {
          String value = in.readString();
          in.check(Checks.email(value), "must be an email address");
          email = Optional.ofNullable(value);
        }
        case "cardCode" -> {
          cardCode = in.readString();
          in.check(Checks.matches(cardCode, CARD_CODE_PATTERN), "must match \\d{3}");
        }
        case "priority" -> priority = in.readEnum(PRIORITY);
        case "notes" -> notes = in.readMap(MapKeys.STRING, entry -> entry.readList(element -> {
          String item = element.readString();
          element.check(Checks.size(item, 0, 20), "must have at most 20 characters");
          return item;
        }));
      }
    }
    return in.endObject()
        ? new OrderDesk.Order(items, deliverOn, email, cardCode, priority, notes)
        : null;
  }

  private static OrderDesk.Item readItem(ArgumentReader in) {
    if (!in.beginObject(ITEM)) {
      return null;
    }
    OrderDesk.Sku sku = null;
    int count = 0;
    BigDecimal price = null;
    OptionalInt discount = OptionalInt.empty();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      switch (name) {
        case "sku" -> sku = readSku(in);
        case "count" -> {
          count = in.readInt();
          in.check(count > 0, "must be more than 0");
        }
        case "price" -> {
          price = in.readBigDecimal();
          in.check(Checks.atLeast(price, PRICE_MIN), "must be at least 0.01");
        }
        case "discount" -> discount = OptionalInt.of(in.readInt());
      }
    }
    return in.endObject()
        ? new OrderDesk.Item(sku, count, price, discount)
        : null;
  }

  private static OrderDesk.Sku readSku(ArgumentReader in) {
    int violations = in.violationCount();
    String value = in.readString();
    in.check(Checks.matches(value, SKU_PATTERN), "must match [A-Z]{3}-\\d+");
    return in.violationCount() == violations ? new OrderDesk.Sku(value) : null;
  }

  private static void writeReceipt(ResultWriter out, OrderDesk.Receipt value) {
    out.beginObject();
    out.property("first", value.first(), OrderDeskTools::writeSku);
    out.property("total", value.total());
    out.property("arrival", value.arrival().orElse(null), (to, each) ->
        to.value(TextFormats.LOCAL_DATE, each));
    out.property("items", value.items(), (to, each) -> to.array(each, OrderDeskTools::writeItem));
    out.endObject();
  }

  private static void writeSku(ResultWriter out, OrderDesk.Sku value) {
    out.value(value.text());
  }

  private static void writeItem(ResultWriter out, OrderDesk.Item value) {
    out.beginObject();
    out.property("sku", value.sku(), OrderDeskTools::writeSku);
    out.property("count", value.count());
    out.property("price", value.price());
    if (value.discount().isPresent()) {
      out.property("discount", value.discount().getAsInt());
    }
    out.endObject();
  }
}
