package dev.parlando.session.options;

/**
 * How much tools may do in a session. Immutable; {@link #DEFAULTS} suits most. A tool may have
 * limits of its own, see {@link dev.parlando.tool.ToolPolicy}.
 */
public final class ToolLimits {

  /** Each setting as its builder method says. */
  public static final ToolLimits DEFAULTS = builder().build();

  private final int concurrent;
  private final int queued;
  private final int outputChars;
  private final int rounds;
  private final int corrections;

  private ToolLimits(Builder builder) {
    this.concurrent = builder.concurrent;
    this.queued = builder.queued;
    this.outputChars = builder.outputChars;
    this.rounds = builder.rounds;
    this.corrections = builder.corrections;
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder with these settings. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.concurrent = concurrent;
    builder.queued = queued;
    builder.outputChars = outputChars;
    builder.rounds = rounds;
    builder.corrections = corrections;
    return builder;
  }

  /** How many calls may run at once. */
  public int concurrent() {
    return concurrent;
  }

  /** How many calls may wait for that; to those beyond, the model is told to try later. */
  public int queued() {
    return queued;
  }

  /** The longest output of a tool, in characters; the rest is cut off with a mark. */
  public int outputChars() {
    return outputChars;
  }

  /** How many responses in a row may call tools before the model must speak. */
  public int rounds() {
    return rounds;
  }

  /** How often in a turn the model may correct its arguments for one tool. */
  public int corrections() {
    return corrections;
  }

  @Override
  public String toString() {
    return "ToolLimits["
        + "concurrent="
        + concurrent
        + ", queued="
        + queued
        + ", outputChars="
        + outputChars
        + ", rounds="
        + rounds
        + ", corrections="
        + corrections
        + "]";
  }

  /** Puts ToolLimits together. Not safe for use by several threads. */
  public static final class Builder {

    private int concurrent = 16;
    private int queued = 64;
    private int outputChars = 32_000;
    private int rounds = 10;
    private int corrections = 3;

    private Builder() {}

    /**
     * Sets {@link ToolLimits#concurrent}; 16 without it.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder concurrent(int concurrent) {
      this.concurrent = Require.positive("concurrent", concurrent);
      return this;
    }

    /**
     * Sets {@link ToolLimits#queued}; 64 without it.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder queued(int queued) {
      this.queued = Require.notNegative("queued", queued);
      return this;
    }

    /**
     * Sets {@link ToolLimits#outputChars}; 32,000 without it.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder outputChars(int outputChars) {
      this.outputChars = Require.positive("outputChars", outputChars);
      return this;
    }

    /**
     * Sets {@link ToolLimits#rounds}; 10 without it.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder rounds(int rounds) {
      this.rounds = Require.positive("rounds", rounds);
      return this;
    }

    /**
     * Sets {@link ToolLimits#corrections}; 3 without it.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder corrections(int corrections) {
      this.corrections = Require.notNegative("corrections", corrections);
      return this;
    }

    /** The ToolLimits. */
    public ToolLimits build() {
      return new ToolLimits(this);
    }
  }
}
