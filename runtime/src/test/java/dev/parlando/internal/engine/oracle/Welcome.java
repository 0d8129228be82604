package dev.parlando.internal.engine.oracle;

/** What becomes of a dial. */
enum Welcome {
  WARM,
  REFUSED,
  NO_GREETING,
  ERROR_FOR_GREETING,
  NO_CONFIRMATION,
  ENDS
}
