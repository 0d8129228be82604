package dev.parlando.processor.model;

/**
 * The qualified names of Parlando's annotations. The processor refers to them by name only, since
 * it shares no class path with the code that it reads.
 */
public final class AnnotationNames {

  /** {@code @Tool}. */
  public static final String TOOL = "dev.parlando.Tool";

  /** {@code @VoiceAgent}. */
  public static final String VOICE_AGENT = "dev.parlando.VoiceAgent";

  /** {@code @DefaultValue}. */
  public static final String DEFAULT_VALUE = "dev.parlando.DefaultValue";

  /** {@code @Describe}. */
  public static final String DESCRIBE = "dev.parlando.Describe";

  /** {@code @Sensitive}. */
  public static final String SENSITIVE = "dev.parlando.Sensitive";

  /** {@code @Generated}, on what the processor made. */
  public static final String GENERATED = "dev.parlando.Generated";

  private AnnotationNames() {}
}
