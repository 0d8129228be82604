package dev.parlando.internal.engine.oracle;

/**
 * A fault to put into the engine.
 *
 * @param name what it breaks
 * @param file the source, relative to the engine's package, without {@code .java}
 * @param original a text that the source has once
 * @param replacement what takes its place
 */
record Mutant(String name, String file, String original, String replacement) {

  @Override
  public String toString() {
    return name;
  }
}
