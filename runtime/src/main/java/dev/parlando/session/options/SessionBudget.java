package dev.parlando.session.options;

import dev.parlando.session.event.UsageTotals;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a session may use. When something is used up the model says farewell, the listener is told,
 * and the session ends. Immutable; 0 means no limit.
 */
public final class SessionBudget {

  /** No limit at all. */
  public static final SessionBudget UNLIMITED = builder().build();

  private final long tokens;
  private final long responses;
  private final long toolCalls;
  private final Duration time;
  private final double cost;
  private final @Nullable ToDoubleFunction<UsageTotals> price;
  private final String farewell;

  private SessionBudget(Builder builder) {
    this.tokens = builder.tokens;
    this.responses = builder.responses;
    this.toolCalls = builder.toolCalls;
    this.time = builder.time;
    this.cost = builder.cost;
    this.price = builder.price;
    this.farewell = builder.farewell;
  }

  /** A builder without limits. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder with these limits. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.tokens = tokens;
    builder.responses = responses;
    builder.toolCalls = toolCalls;
    builder.time = time;
    builder.cost = cost;
    builder.price = price;
    builder.farewell = farewell;
    return builder;
  }

  /** How many tokens, of all responses together. */
  public long tokens() {
    return tokens;
  }

  /** How many responses. */
  public long responses() {
    return responses;
  }

  /** How many calls of tools. */
  public long toolCalls() {
    return toolCalls;
  }

  /** How long the session may last. */
  public Duration time() {
    return time;
  }

  /** What the usage may cost, in the money of the {@link #price}. */
  public double cost() {
    return cost;
  }

  /** The price of what was used so far; null where there is no limit of cost. */
  public @Nullable ToDoubleFunction<UsageTotals> price() {
    return price;
  }

  /** What the model is told to say at the end; empty: the session ends at once. */
  public String farewell() {
    return farewell;
  }

  /** Whether nothing is limited. */
  public boolean unlimited() {
    return tokens == 0 && responses == 0 && toolCalls == 0 && time.isZero() && price == null;
  }

  /** Puts a budget together. Not safe for use by several threads. */
  public static final class Builder {

    private long tokens;
    private long responses;
    private long toolCalls;
    private Duration time = Duration.ZERO;
    private double cost;
    private @Nullable ToDoubleFunction<UsageTotals> price;
    private String farewell = "";

    private Builder() {}

    /**
     * Limits the tokens of all responses together.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder tokens(long tokens) {
      this.tokens = Require.notNegative("tokens", tokens);
      return this;
    }

    /**
     * Limits the number of responses.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder responses(long responses) {
      this.responses = Require.notNegative("responses", responses);
      return this;
    }

    /**
     * Limits the number of calls of tools.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder toolCalls(long toolCalls) {
      this.toolCalls = Require.notNegative("toolCalls", toolCalls);
      return this;
    }

    /**
     * Limits how long the session lasts.
     *
     * @throws IllegalArgumentException if it is negative or longer than a year
     */
    public Builder time(Duration time) {
      this.time = Require.duration("time", time);
      return this;
    }

    /**
     * Limits what the usage costs.
     *
     * @param limit in any money
     * @param price what the usage so far costs, in the same money; only you know your prices. Asked
     *     whenever the server counted more, on the session's own thread: it must not block
     * @throws IllegalArgumentException if the limit is not positive
     */
    public Builder cost(double limit, ToDoubleFunction<UsageTotals> price) {
      if (!(limit > 0)) {
        throw new IllegalArgumentException("A limit of cost must be positive, not " + limit);
      }
      this.cost = limit;
      this.price = price;
      return this;
    }

    /** Sets the text to part with, as an instruction to the model. */
    public Builder farewell(String farewell) {
      this.farewell = farewell;
      return this;
    }

    /** The budget. */
    public SessionBudget build() {
      return new SessionBudget(this);
    }
  }
}
