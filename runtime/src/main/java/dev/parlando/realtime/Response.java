package dev.parlando.realtime;

import static java.util.Collections.unmodifiableMap;

import dev.parlando.audio.AudioFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the model.
 *
 * @param id the response's id
 * @param status how far it came; null where the server left it out or used an unknown one
 * @param statusDetails why it came no further; what a server gave as plain text is among the extras
 * @param output its items
 * @param conversationId null for an answer outside of the conversation
 * @param modalities in which forms the model answers
 * @param voice the voice that answers
 * @param outputFormat how the audio is encoded
 * @param temperature of the sampling. Beta only
 * @param maxOutputTokens the limit, or {@link #UNLIMITED}
 * @param usage what it took; known at the end
 * @param metadata as it was sent with {@link ResponseConfig}
 */
public record Response(
    @Nullable String id,
    @Nullable Status status,
    @Nullable StatusDetails statusDetails,
    List<Item> output,
    @Nullable String conversationId,
    @Nullable List<Modality> modalities,
    @Nullable Voice voice,
    @Nullable AudioFormat outputFormat,
    @Nullable Double temperature,
    @Nullable Integer maxOutputTokens,
    @Nullable Usage usage,
    @Nullable Map<String, String> metadata,
    Extras extras) {

  /** No limit of tokens; {@code "inf"} on the wire. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Copies the lists. */
  public Response {
    output = List.copyOf(output);
    modalities = modalities == null ? null : List.copyOf(modalities);
    metadata = metadata == null ? null : unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  @Override
  public String toString() {
    return ResponseMappings.RESPONSE.print(this);
  }

  /** How far a response came. */
  public enum Status {
    /** It still grows. */
    IN_PROGRESS,
    /** It is whole. */
    COMPLETED,
    /** It was stopped: the user spoke, or the client cancelled it. */
    CANCELLED,
    /** It was cut off: the token limit or the content filter. */
    INCOMPLETE,
    /** It broke. */
    FAILED
  }

  /**
   * Why a response came no further.
   *
   * @param type the status again
   * @param reason {@code turn_detected}, {@code client_cancelled}, {@code max_output_tokens},
   *     {@code content_filter}, or what a server gave as plain text
   * @param error what broke it
   */
  public record StatusDetails(
      @Nullable String type, @Nullable String reason, @Nullable ErrorDetail error, Extras extras) {}
}
