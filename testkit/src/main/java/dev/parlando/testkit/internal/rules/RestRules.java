package dev.parlando.testkit.internal.rules;

import static dev.parlando.testkit.internal.rules.ObjectRule.fields;

import tools.jackson.databind.JsonNode;

/** What may stand in the bodies of HTTP requests. All methods throw {@link RefusedException}. */
public final class RestRules {

  private static final ObjectRule LIFETIME =
      fields()
          .optional("anchor", Rule.oneOf("created_at"))
          .optional("seconds", Rule.integer(10, 7200));

  private static final Rule CLIENT_SECRET =
      fields().optional("expires_after", LIFETIME).optional("session", GaRules.SESSION);

  private static final Rule BETA_SECRET = fields().optional("expires_after", LIFETIME);

  private static final Rule BETA_SESSION =
      BetaRules.session().optional("client_secret", BETA_SECRET);

  private static final Rule BETA_TRANSCRIPTION =
      BetaRules.transcriptionSession().optional("client_secret", BETA_SECRET);

  private RestRules() {}

  /** A request for a secret. */
  public static void checkClientSecret(JsonNode body) {
    CLIENT_SECRET.check(body, "");
  }

  /** A request for a secret of the beta. */
  public static void checkBetaSession(JsonNode body, boolean transcription) {
    (transcription ? BETA_TRANSCRIPTION : BETA_SESSION).check(body, "");
  }

  /** A call is taken. */
  public static void checkAccept(JsonNode body) {
    GaRules.SESSION.check(body, "");
  }
}
