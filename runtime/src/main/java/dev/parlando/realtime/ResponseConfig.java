package dev.parlando.realtime;

import static java.util.Collections.unmodifiableMap;

import dev.parlando.audio.AudioFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How one response differs from what the session says. What is null is not sent.
 *
 * @param modalities in which forms the model answers. GA writes one alone, {@code AUDIO} if both
 *     are asked for
 * @param instructions what the model is told for this response, in place of the session's
 * @param voice the voice that answers
 * @param outputFormat how the audio is encoded
 * @param tools what the model may call
 * @param toolChoice whether and what the model calls
 * @param parallelToolCalls whether the response may hold several calls. GA, reasoning models only
 * @param reasoningEffort {@code minimal low medium high xhigh}. GA, reasoning models only
 * @param temperature of the sampling, 0.6 to 1.2. Beta only
 * @param maxOutputTokens the limit, 1 to 4096, or {@link Response#UNLIMITED}. Not written in the
 *     beta, whose servers don't agree on its name
 * @param conversation {@code auto} or {@code none}: an answer outside of the conversation
 * @param metadata up to 16 pairs that come back with the response; keys up to 64 characters, values
 *     up to 512
 * @param prompt a stored prompt. GA only; not to be changed
 * @param input what the model sees in place of the conversation
 */
public record ResponseConfig(
    @Nullable List<Modality> modalities,
    @Nullable String instructions,
    @Nullable Voice voice,
    @Nullable AudioFormat outputFormat,
    @Nullable List<SessionTool> tools,
    @Nullable ToolChoice toolChoice,
    @Nullable Boolean parallelToolCalls,
    @Nullable String reasoningEffort,
    @Nullable Double temperature,
    @Nullable Integer maxOutputTokens,
    @Nullable String conversation,
    @Nullable Map<String, String> metadata,
    @Nullable JsonNode prompt,
    @Nullable List<Item> input,
    Extras extras) {

  /** Copies the lists. */
  public ResponseConfig {
    modalities = modalities == null ? null : List.copyOf(modalities);
    tools = tools == null ? null : List.copyOf(tools);
    metadata = metadata == null ? null : unmodifiableMap(new LinkedHashMap<>(metadata));
    input = input == null ? null : List.copyOf(input);
  }

  /** An empty configuration, to be filled. */
  public static Builder builder() {
    return new Builder();
  }

  /** This configuration, to be changed. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.modalities = modalities;
    builder.instructions = instructions;
    builder.voice = voice;
    builder.outputFormat = outputFormat;
    builder.tools = tools;
    builder.toolChoice = toolChoice;
    builder.parallelToolCalls = parallelToolCalls;
    builder.reasoningEffort = reasoningEffort;
    builder.temperature = temperature;
    builder.maxOutputTokens = maxOutputTokens;
    builder.conversation = conversation;
    builder.metadata = metadata;
    builder.prompt = prompt;
    builder.input = input;
    builder.extras = extras;
    return builder;
  }

  @Override
  public String toString() {
    return ResponseMappings.CONFIG.print(this);
  }

  /** Makes a {@link ResponseConfig}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable List<Modality> modalities;
    private @Nullable String instructions;
    private @Nullable Voice voice;
    private @Nullable AudioFormat outputFormat;
    private @Nullable List<SessionTool> tools;
    private @Nullable ToolChoice toolChoice;
    private @Nullable Boolean parallelToolCalls;
    private @Nullable String reasoningEffort;
    private @Nullable Double temperature;
    private @Nullable Integer maxOutputTokens;
    private @Nullable String conversation;
    private @Nullable Map<String, String> metadata;
    private @Nullable JsonNode prompt;
    private @Nullable List<Item> input;
    private Extras extras = Extras.NONE;

    private Builder() {}

    /** See {@link ResponseConfig#modalities()}. */
    public Builder modalities(@Nullable List<Modality> modalities) {
      this.modalities = modalities;
      return this;
    }

    /** See {@link ResponseConfig#instructions()}. */
    public Builder instructions(@Nullable String instructions) {
      this.instructions = instructions;
      return this;
    }

    /** See {@link ResponseConfig#voice()}. */
    public Builder voice(@Nullable Voice voice) {
      this.voice = voice;
      return this;
    }

    /** See {@link ResponseConfig#outputFormat()}. */
    public Builder outputFormat(@Nullable AudioFormat outputFormat) {
      this.outputFormat = outputFormat;
      return this;
    }

    /** See {@link ResponseConfig#tools()}. */
    public Builder tools(@Nullable List<? extends SessionTool> tools) {
      this.tools = tools == null ? null : List.copyOf(tools);
      return this;
    }

    /** See {@link ResponseConfig#toolChoice()}. */
    public Builder toolChoice(@Nullable ToolChoice toolChoice) {
      this.toolChoice = toolChoice;
      return this;
    }

    /** See {@link ResponseConfig#parallelToolCalls()}. */
    public Builder parallelToolCalls(@Nullable Boolean parallelToolCalls) {
      this.parallelToolCalls = parallelToolCalls;
      return this;
    }

    /** See {@link ResponseConfig#reasoningEffort()}. */
    public Builder reasoningEffort(@Nullable String reasoningEffort) {
      this.reasoningEffort = reasoningEffort;
      return this;
    }

    /** See {@link ResponseConfig#temperature()}. */
    public Builder temperature(@Nullable Double temperature) {
      this.temperature = temperature;
      return this;
    }

    /** See {@link ResponseConfig#maxOutputTokens()}. */
    public Builder maxOutputTokens(@Nullable Integer maxOutputTokens) {
      this.maxOutputTokens = maxOutputTokens;
      return this;
    }

    /** See {@link ResponseConfig#conversation()}. */
    public Builder conversation(@Nullable String conversation) {
      this.conversation = conversation;
      return this;
    }

    /** See {@link ResponseConfig#metadata()}. */
    public Builder metadata(@Nullable Map<String, String> metadata) {
      this.metadata = metadata;
      return this;
    }

    /** See {@link ResponseConfig#prompt()}. */
    public Builder prompt(@Nullable JsonNode prompt) {
      this.prompt = prompt;
      return this;
    }

    /** See {@link ResponseConfig#input()}. */
    public Builder input(@Nullable List<? extends Item> input) {
      this.input = input == null ? null : List.copyOf(input);
      return this;
    }

    /** Fields that this version does not know; sent as they are. */
    public Builder extras(Extras extras) {
      this.extras = extras;
      return this;
    }

    /** The configuration. */
    public ResponseConfig build() {
      return new ResponseConfig(
          modalities,
          instructions,
          voice,
          outputFormat,
          tools,
          toolChoice,
          parallelToolCalls,
          reasoningEffort,
          temperature,
          maxOutputTokens,
          conversation,
          metadata,
          prompt,
          input,
          extras);
    }
  }
}
