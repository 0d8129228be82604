package dev.parlando.processor.server;

import java.util.Locale;
import java.util.Set;

/** A kind of server, with what it is known to refuse. The sources are in docs/guide/servers.md. */
enum Target {
  /** OpenAI, Realtime and Responses. */
  OPENAI(128, Feature.LONG_DESCRIPTION),
  /** OpenAI's strict mode. */
  STRICT(128, Feature.LONG_DESCRIPTION),
  /** Azure OpenAI. */
  AZURE(128, Feature.LONG_DESCRIPTION),
  /** xAI. */
  XAI(200),
  /** Google's Gemini, as translated to its own form of schemas. */
  GEMINI(Integer.MAX_VALUE, Feature.RECURSION, Feature.ANY_VALUE, Feature.OPEN_NAMES),
  /** vLLM with xgrammar. */
  VLLM(Integer.MAX_VALUE, Feature.UNIQUE_ITEMS, Feature.NAMES_OF_A_KIND),
  /** LocalAI, whose grammars are llama.cpp's. */
  LOCALAI(Integer.MAX_VALUE, Feature.RECURSION, Feature.ANY_VALUE),
  /** Anthropic, and gateways that speak as it does. */
  ANTHROPIC(Integer.MAX_VALUE, Feature.NAME_OF_OTHER_SIGNS);

  /** What a schema may have that not every server takes. */
  enum Feature {
    /** A type that contains itself. */
    RECURSION,
    /** A value without a type. */
    ANY_VALUE,
    /** An object with any names. */
    OPEN_NAMES,
    /** An object whose names must match something. */
    NAMES_OF_A_KIND,
    /** An array that has each element once. */
    UNIQUE_ITEMS,
    /** A property named with more than letters, digits, dots, hyphens and underscores. */
    NAME_OF_OTHER_SIGNS,
    /** A property's description of more than 1,024 characters. */
    LONG_DESCRIPTION
  }

  private final int maxTools;

  /** Made by {@code Set.of}. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Feature> refused;

  Target(int maxTools, Feature... refused) {
    this.maxTools = maxTools;
    this.refused = Set.of(refused);
  }

  /** How it is named in the option. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  int maxTools() {
    return maxTools;
  }

  boolean refuses(Feature feature) {
    return refused.contains(feature);
  }
}
