package dev.parlando.testkit.internal.session;

/** What the dialects have in common in a session or response, each at its own place. */
enum ConfigField {
  MODALITIES,
  VOICE,
  INPUT_FORMAT,
  OUTPUT_FORMAT,
  TURN_DETECTION,
  TRANSCRIPTION,
  MAX_TOKENS
}
