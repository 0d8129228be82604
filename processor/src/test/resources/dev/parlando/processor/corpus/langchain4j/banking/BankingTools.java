package langchain4j.banking;

import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.Sensitive;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import dev.parlando.tool.ToolContext;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Money: exact numbers, what must not be shown, what must not happen twice. */
class BankingTools {

  /**
   * The balance of an account.
   *
   * @param iban the account, without spaces
   */
  @Tool
  Money balance(@Sensitive @Pattern(regexp = "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}") String iban) {
    return null;
  }

  @Tool("Transactions of an account, newest first")
  List<Transaction> transactions(AccountFilter filter, @DefaultValue("20") @Min(1) @Max(100) int limit) {
    return List.of();
  }

  @Tool(value = "Transfers money", effect = SideEffect.IRREVERSIBLE, sequential = true, timeoutMillis = 30_000)
  CompletionStage<Receipt> transfer(Transfer transfer, ToolContext context) {
    return null;
  }

  @Tool(value = "Makes a standing order", effect = SideEffect.IRREVERSIBLE)
  Receipt standingOrder(Transfer transfer, Rhythm rhythm, Optional<LocalDate> until) {
    return null;
  }

  @Tool(value = "Blocks a card at once", effect = SideEffect.WRITE)
  boolean blockCard(@Sensitive @Size(min = 4, max = 4) String lastDigits, BlockReason reason) {
    return true;
  }

  @Tool("Exchange rate of two currencies")
  BigDecimal exchangeRate(Currency from, Currency to) {
    return BigDecimal.ONE;
  }

  @Tool("What a loan costs a month")
  LoanOffer loan(@DecimalMin("1000") BigDecimal amount, @Min(6) @Max(360) int months) {
    return null;
  }

  @Tool("Cash machines near an address")
  List<CashMachine> cashMachines(Address near, @DefaultValue("1.0") double kilometres) {
    return List.of();
  }

  @Tool("Looks for a transaction by its reference")
  Optional<Transaction> find(BigInteger reference) {
    return Optional.empty();
  }

  @Tool("The statement of a month, as a file")
  byte[] statement(java.time.YearMonth month) {
    return new byte[0];
  }

  record Money(@Digits(integer = 12, fraction = 2) BigDecimal amount, Currency currency) {}

  record AccountFilter(@Sensitive String iban, @PastOrPresent LocalDate from, Optional<LocalDate> to, Optional<Direction> direction) {}

  record Transfer(
      @Describe("Where it comes from") @Sensitive String from,
      @Describe("Where it goes") @Sensitive String to,
      Money money,
      @Size(max = 140) @DefaultValue("") String purpose) {}

  record Transaction(BigInteger reference, LocalDate booked, Money money, String purpose) {}

  record Receipt(BigInteger reference, Money fee) {}

  record LoanOffer(BigDecimal monthly, float rate) {}

  record CashMachine(Address address, boolean deposits) {}

  record Address(String street, String city) {}

  enum Direction { IN, OUT }

  enum Rhythm { WEEKLY, MONTHLY, YEARLY }

  enum BlockReason { LOST, STOLEN, FRAUD }
}
