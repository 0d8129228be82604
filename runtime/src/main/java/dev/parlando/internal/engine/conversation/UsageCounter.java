package dev.parlando.internal.engine.conversation;

import dev.parlando.internal.engine.io.Bounded;
import dev.parlando.realtime.Response;
import dev.parlando.realtime.TokenDetails;
import dev.parlando.realtime.TranscriptionUsage;
import dev.parlando.realtime.Usage;
import dev.parlando.session.event.UsageTotals;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what the server says was used. */
public final class UsageCounter {

  private final Map<String, Boolean> counted = new Bounded<>(1_000);

  /** Read by other threads too. */
  private volatile UsageTotals totals = UsageTotals.NONE;

  public UsageTotals totals() {
    return totals;
  }

  public void response(Response response) {
    Usage usage = response.usage();
    boolean again = response.id() != null && counted.put(response.id(), true) != null;
    if (usage == null || again) {
      return;
    }
    TokenDetails in = usage.inputDetails();
    TokenDetails out = usage.outputDetails();
    totals =
        new UsageTotals(
            totals.responses() + 1,
            totals.inputText() + (in == null ? 0 : count(in.textTokens())),
            totals.inputAudio() + (in == null ? 0 : count(in.audioTokens())),
            totals.inputImage() + (in == null ? 0 : count(in.imageTokens())),
            totals.cachedInput() + (in == null ? 0 : count(in.cachedTokens())),
            totals.outputText() + (out == null ? 0 : count(out.textTokens())),
            totals.outputAudio() + (out == null ? 0 : count(out.audioTokens())),
            totals.total() + count(usage.totalTokens()),
            totals.transcription(),
            totals.transcribedSeconds());
  }

  public void transcription(@Nullable TranscriptionUsage usage) {
    if (usage == null) {
      return;
    }
    double seconds = usage.seconds() == null ? 0 : Math.max(usage.seconds(), 0);
    totals =
        new UsageTotals(
            totals.responses(),
            totals.inputText(),
            totals.inputAudio(),
            totals.inputImage(),
            totals.cachedInput(),
            totals.outputText(),
            totals.outputAudio(),
            totals.total(),
            totals.transcription() + count(usage.totalTokens()),
            totals.transcribedSeconds() + seconds);
  }

  private static long count(@Nullable Long tokens) {
    return tokens == null ? 0 : Math.max(tokens, 0);
  }
}
