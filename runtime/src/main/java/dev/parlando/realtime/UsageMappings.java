package dev.parlando.realtime;

import static dev.parlando.wire.JsonTypes.DECIMAL;
import static dev.parlando.wire.JsonTypes.LONG;
import static dev.parlando.wire.JsonTypes.TEXT;

import dev.parlando.wire.JsonType;
import dev.parlando.wire.JsonTypes;
import dev.parlando.wire.ObjectMapping;
import java.util.List;

/** How usage and limits look on the wire. */
final class UsageMappings {

  private static final ObjectMapping<TokenDetails> DETAILS =
      RealtimeMapping.define(
          TokenDetails::extras,
          f -> {
            var text = f.field("text_tokens", LONG, TokenDetails::textTokens);
            var audio = f.field("audio_tokens", LONG, TokenDetails::audioTokens);
            var image = f.field("image_tokens", LONG, TokenDetails::imageTokens);
            var cached = f.field("cached_tokens", LONG, TokenDetails::cachedTokens);
            var cachedText =
                f.field("cached_tokens_details.text_tokens", LONG, TokenDetails::cachedTextTokens);
            var cachedAudio =
                f.field(
                    "cached_tokens_details.audio_tokens", LONG, TokenDetails::cachedAudioTokens);
            var cachedImage =
                f.field(
                    "cached_tokens_details.image_tokens", LONG, TokenDetails::cachedImageTokens);
            var reasoning = f.field("reasoning_tokens", LONG, TokenDetails::reasoningTokens);
            return o ->
                new TokenDetails(
                    o.get(text),
                    o.get(audio),
                    o.get(image),
                    o.get(cached),
                    o.get(cachedText),
                    o.get(cachedAudio),
                    o.get(cachedImage),
                    o.get(reasoning),
                    Extras.of(o));
          });

  static final ObjectMapping<Usage> USAGE =
      RealtimeMapping.define(
          Usage::extras,
          f -> {
            var total = f.field("total_tokens", LONG, Usage::totalTokens);
            var input = f.field("input_tokens", LONG, Usage::inputTokens);
            var output = f.field("output_tokens", LONG, Usage::outputTokens);
            var inputDetails = f.field("input_token_details", DETAILS, Usage::inputDetails);
            var outputDetails = f.field("output_token_details", DETAILS, Usage::outputDetails);
            return o ->
                new Usage(
                    o.get(total),
                    o.get(input),
                    o.get(output),
                    o.get(inputDetails),
                    o.get(outputDetails),
                    Extras.of(o));
          });

  static final ObjectMapping<TranscriptionUsage> TRANSCRIPTION =
      RealtimeMapping.define(
          TranscriptionUsage::extras,
          f -> {
            var type = f.field("type", TEXT, TranscriptionUsage::type);
            var seconds = f.field("seconds", DECIMAL, TranscriptionUsage::seconds);
            var total = f.field("total_tokens", LONG, TranscriptionUsage::totalTokens);
            var input = f.field("input_tokens", LONG, TranscriptionUsage::inputTokens);
            var output = f.field("output_tokens", LONG, TranscriptionUsage::outputTokens);
            var details = f.field("input_token_details", DETAILS, TranscriptionUsage::inputDetails);
            return o ->
                new TranscriptionUsage(
                    o.get(type),
                    o.get(seconds),
                    o.get(total),
                    o.get(input),
                    o.get(output),
                    o.get(details),
                    Extras.of(o));
          });

  static final JsonType<List<RateLimit>> RATE_LIMITS =
      JsonTypes.strict(
          RealtimeMapping.define(
              RateLimit::extras,
              f -> {
                var name = f.field("name", TEXT, RateLimit::name);
                var limit = f.field("limit", LONG, RateLimit::limit);
                var remaining = f.field("remaining", LONG, RateLimit::remaining);
                var reset = f.field("reset_seconds", DECIMAL, RateLimit::resetSeconds);
                return o ->
                    new RateLimit(
                        o.get(name), o.get(limit), o.get(remaining), o.get(reset), Extras.of(o));
              }));

  private UsageMappings() {}
}
