/**
 * What a class with tools needs: the annotations, the contract between generated code and whoever
 * runs it, and the reader and writer of JSON that generated code uses.
 */
module dev.parlando.tools {
  requires transitive tools.jackson.core;
  requires transitive tools.jackson.databind;
  requires transitive jakarta.validation;
  requires static transitive org.jspecify;

  exports dev.parlando;
  exports dev.parlando.json;
  exports dev.parlando.tool;
}
