package dev.parlando.realtime;

/**
 * The two ways in which servers spell the protocol. Reading accepts both at any time; writing uses
 * the names of one.
 */
public enum Dialect {
  /** As released on 2025-08-28; spoken by OpenAI and by Azure OpenAI under {@code /openai/v1}. */
  GA,
  /**
   * The preview's; spoken by Azure's preview versions, Azure Voice Live and self-hosted servers.
   */
  BETA
}
