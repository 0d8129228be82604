package dev.parlando.realtime;

/** In which form the model answers. */
public enum Modality {
  /** Text alone. */
  TEXT,
  /** Speech, with its transcript. */
  AUDIO
}
