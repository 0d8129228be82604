package dev.parlando.testkit.internal.session;

import dev.parlando.realtime.Dialect;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is arranged for a session before it begins.
 *
 * @param transcriptionOnly whether it only transcribes
 * @param settings what was arranged for it, checked, in the form of its dialect
 */
public record SessionDraft(
    Dialect dialect, String model, boolean transcriptionOnly, ObjectNode settings) {

  /** A session that nothing was arranged for. */
  public static SessionDraft nothing(Dialect dialect, String model, boolean transcriptionOnly) {
    return new SessionDraft(dialect, model, transcriptionOnly, Json.object());
  }

  /** A session of general availability, as it is described in HTTP bodies. */
  public static SessionDraft ga(ObjectNode settings) {
    return of(Dialect.GA, settings, "transcription".equals(Json.text(settings, "type")));
  }

  /** A session of the beta, as it is described in HTTP bodies. */
  public static SessionDraft beta(ObjectNode settings, boolean transcriptionOnly) {
    return of(Dialect.BETA, settings, transcriptionOnly);
  }

  private static SessionDraft of(Dialect dialect, ObjectNode settings, boolean transcriptionOnly) {
    String model = settings.path("model").asString(DefaultModels.of(dialect));
    return new SessionDraft(dialect, model, transcriptionOnly, settings.without("model"));
  }

  /**
   * The session as it will be.
   *
   * @param expiresAt when it is to end, as the client is told
   */
  public ObjectNode effective(String sessionId, Instant expiresAt) {
    return config(sessionId, expiresAt).echo();
  }

  EffectiveConfig config(String sessionId, Instant expiresAt) {
    DialectForm shape = DialectForm.of(dialect);
    long seconds = expiresAt.getEpochSecond();
    EffectiveConfig config =
        new EffectiveConfig(
            shape,
            transcriptionOnly
                ? shape.transcriptionDefaults(sessionId, seconds)
                : shape.defaults(sessionId, model, seconds));
    config.update(settings, false);
    return config;
  }
}
