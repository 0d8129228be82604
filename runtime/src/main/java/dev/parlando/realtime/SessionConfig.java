package dev.parlando.realtime;

import dev.parlando.audio.AudioFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a session is told to be. What is null is not sent and stays as it is; "off" has a value of
 * its own where the protocol has one: {@link TurnDetection.Disabled}, {@link
 * Transcription.Disabled}, {@link NoiseReduction.Disabled}.
 *
 * <p>The Java form is the same for both dialects. Fields that a dialect does not have are left out
 * when it is written, for servers refuse unknown fields.
 *
 * @param type {@code realtime}, which a builder starts with, or {@code transcription}. GA only
 * @param model the model; it can't be changed once connected
 * @param modalities in which forms the model answers. GA writes one alone, {@code AUDIO} if both
 *     are asked for
 * @param instructions what the model is told about its task and manner; empty clears it
 * @param tools what the model may call; empty clears it
 * @param toolChoice whether and what the model calls
 * @param parallelToolCalls whether one response may hold several calls. GA, reasoning models only
 * @param reasoningEffort {@code minimal low medium high xhigh}. GA, reasoning models only
 * @param inputFormat how the user's audio is encoded
 * @param transcription how the user's speech becomes text
 * @param noiseReduction how the user's audio is cleaned
 * @param turnDetection how the end of the user's turn is found
 * @param outputFormat how the model's audio is encoded
 * @param voice the voice that answers; it can't be changed after the first audio
 * @param speed of the speech, 0.25 to 1.5; 1 is normal
 * @param temperature of the sampling, 0.6 to 1.2. Beta only
 * @param maxOutputTokens the limit of one response, 1 to 4096, or {@link Response#UNLIMITED}
 * @param truncation what happens when the conversation outgrows the model. GA only
 * @param include what events carry in addition. GA, and transcription sessions of the beta
 * @param tracing {@code "auto"} or an object; not to be changed
 * @param prompt a stored prompt. GA only; not to be changed
 */
public record SessionConfig(
    @Nullable String type,
    @Nullable String model,
    @Nullable List<Modality> modalities,
    @Nullable String instructions,
    @Nullable List<SessionTool> tools,
    @Nullable ToolChoice toolChoice,
    @Nullable Boolean parallelToolCalls,
    @Nullable String reasoningEffort,
    @Nullable AudioFormat inputFormat,
    @Nullable Transcription transcription,
    @Nullable NoiseReduction noiseReduction,
    @Nullable TurnDetection turnDetection,
    @Nullable AudioFormat outputFormat,
    @Nullable Voice voice,
    @Nullable Double speed,
    @Nullable Double temperature,
    @Nullable Integer maxOutputTokens,
    @Nullable Truncation truncation,
    @Nullable List<String> include,
    @Nullable JsonNode tracing,
    @Nullable JsonNode prompt,
    Extras extras) {

  /** Copies the lists. */
  public SessionConfig {
    modalities = modalities == null ? null : List.copyOf(modalities);
    tools = tools == null ? null : List.copyOf(tools);
    include = include == null ? null : List.copyOf(include);
  }

  /** An empty configuration, to be filled. */
  public static Builder builder() {
    return new Builder();
  }

  /** This configuration, to be changed. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.type = type;
    builder.model = model;
    builder.modalities = modalities;
    builder.instructions = instructions;
    builder.tools = tools;
    builder.toolChoice = toolChoice;
    builder.parallelToolCalls = parallelToolCalls;
    builder.reasoningEffort = reasoningEffort;
    builder.inputFormat = inputFormat;
    builder.transcription = transcription;
    builder.noiseReduction = noiseReduction;
    builder.turnDetection = turnDetection;
    builder.outputFormat = outputFormat;
    builder.voice = voice;
    builder.speed = speed;
    builder.temperature = temperature;
    builder.maxOutputTokens = maxOutputTokens;
    builder.truncation = truncation;
    builder.include = include;
    builder.tracing = tracing;
    builder.prompt = prompt;
    builder.extras = extras;
    return builder;
  }

  @Override
  public String toString() {
    return SessionMappings.CONFIG.print(this);
  }

  /** Makes a {@link SessionConfig}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable String type = "realtime";
    private @Nullable String model;
    private @Nullable List<Modality> modalities;
    private @Nullable String instructions;
    private @Nullable List<SessionTool> tools;
    private @Nullable ToolChoice toolChoice;
    private @Nullable Boolean parallelToolCalls;
    private @Nullable String reasoningEffort;
    private @Nullable AudioFormat inputFormat;
    private @Nullable Transcription transcription;
    private @Nullable NoiseReduction noiseReduction;
    private @Nullable TurnDetection turnDetection;
    private @Nullable AudioFormat outputFormat;
    private @Nullable Voice voice;
    private @Nullable Double speed;
    private @Nullable Double temperature;
    private @Nullable Integer maxOutputTokens;
    private @Nullable Truncation truncation;
    private @Nullable List<String> include;
    private @Nullable JsonNode tracing;
    private @Nullable JsonNode prompt;
    private Extras extras = Extras.NONE;

    private Builder() {}

    /** See {@link SessionConfig#type()}. */
    public Builder type(@Nullable String type) {
      this.type = type;
      return this;
    }

    /** See {@link SessionConfig#model()}. */
    public Builder model(@Nullable String model) {
      this.model = model;
      return this;
    }

    /** See {@link SessionConfig#modalities()}. */
    public Builder modalities(@Nullable List<Modality> modalities) {
      this.modalities = modalities;
      return this;
    }

    /** See {@link SessionConfig#instructions()}. */
    public Builder instructions(@Nullable String instructions) {
      this.instructions = instructions;
      return this;
    }

    /** See {@link SessionConfig#tools()}. */
    public Builder tools(@Nullable List<? extends SessionTool> tools) {
      this.tools = tools == null ? null : List.copyOf(tools);
      return this;
    }

    /** See {@link SessionConfig#toolChoice()}. */
    public Builder toolChoice(@Nullable ToolChoice toolChoice) {
      this.toolChoice = toolChoice;
      return this;
    }

    /** See {@link SessionConfig#parallelToolCalls()}. */
    public Builder parallelToolCalls(@Nullable Boolean parallelToolCalls) {
      this.parallelToolCalls = parallelToolCalls;
      return this;
    }

    /** See {@link SessionConfig#reasoningEffort()}. */
    public Builder reasoningEffort(@Nullable String reasoningEffort) {
      this.reasoningEffort = reasoningEffort;
      return this;
    }

    /** See {@link SessionConfig#inputFormat()}. */
    public Builder inputFormat(@Nullable AudioFormat inputFormat) {
      this.inputFormat = inputFormat;
      return this;
    }

    /** See {@link SessionConfig#transcription()}. */
    public Builder transcription(@Nullable Transcription transcription) {
      this.transcription = transcription;
      return this;
    }

    /** See {@link SessionConfig#noiseReduction()}. */
    public Builder noiseReduction(@Nullable NoiseReduction noiseReduction) {
      this.noiseReduction = noiseReduction;
      return this;
    }

    /** See {@link SessionConfig#turnDetection()}. */
    public Builder turnDetection(@Nullable TurnDetection turnDetection) {
      this.turnDetection = turnDetection;
      return this;
    }

    /** See {@link SessionConfig#outputFormat()}. */
    public Builder outputFormat(@Nullable AudioFormat outputFormat) {
      this.outputFormat = outputFormat;
      return this;
    }

    /** See {@link SessionConfig#voice()}. */
    public Builder voice(@Nullable Voice voice) {
      this.voice = voice;
      return this;
    }

    /** See {@link SessionConfig#speed()}. */
    public Builder speed(@Nullable Double speed) {
      this.speed = speed;
      return this;
    }

    /** See {@link SessionConfig#temperature()}. */
    public Builder temperature(@Nullable Double temperature) {
      this.temperature = temperature;
      return this;
    }

    /** See {@link SessionConfig#maxOutputTokens()}. */
    public Builder maxOutputTokens(@Nullable Integer maxOutputTokens) {
      this.maxOutputTokens = maxOutputTokens;
      return this;
    }

    /** See {@link SessionConfig#truncation()}. */
    public Builder truncation(@Nullable Truncation truncation) {
      this.truncation = truncation;
      return this;
    }

    /** See {@link SessionConfig#include()}. */
    public Builder include(@Nullable List<String> include) {
      this.include = include;
      return this;
    }

    /** See {@link SessionConfig#tracing()}. */
    public Builder tracing(@Nullable JsonNode tracing) {
      this.tracing = tracing;
      return this;
    }

    /** See {@link SessionConfig#prompt()}. */
    public Builder prompt(@Nullable JsonNode prompt) {
      this.prompt = prompt;
      return this;
    }

    /** Fields that this version does not know; sent as they are. */
    public Builder extras(Extras extras) {
      this.extras = extras;
      return this;
    }

    /** The configuration. */
    public SessionConfig build() {
      return new SessionConfig(
          type,
          model,
          modalities,
          instructions,
          tools,
          toolChoice,
          parallelToolCalls,
          reasoningEffort,
          inputFormat,
          transcription,
          noiseReduction,
          turnDetection,
          outputFormat,
          voice,
          speed,
          temperature,
          maxOutputTokens,
          truncation,
          include,
          tracing,
          prompt,
          extras);
    }
  }
}
