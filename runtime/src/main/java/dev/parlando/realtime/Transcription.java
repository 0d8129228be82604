package dev.parlando.realtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the user's speech becomes text. The model that answers does not see the text. */
public sealed interface Transcription {

  /** By a model; on Azure OpenAI, by the deployment of that name. */
  static Settings model(String model) {
    return new Settings(model, null, null, null, null, null, Extras.NONE);
  }

  /** Not at all. */
  static Disabled disabled() {
    return Disabled.INSTANCE;
  }

  /**
   * By a model. What is null is the server's default.
   *
   * @param model its name
   * @param language an ISO 639-1 code
   * @param languages several of them. GA only
   * @param keywords words to listen for. GA only
   * @param prompt guidance for the model
   * @param delay {@code minimal low medium high xhigh}: how long it waits for more context. GA only
   */
  record Settings(
      @Nullable String model,
      @Nullable String language,
      @Nullable List<String> languages,
      @Nullable List<String> keywords,
      @Nullable String prompt,
      @Nullable String delay,
      Extras extras)
      implements Transcription {

    /** Copies the lists. */
    public Settings {
      languages = languages == null ? null : List.copyOf(languages);
      keywords = keywords == null ? null : List.copyOf(keywords);
    }

    @Override
    public String toString() {
      return InputMappings.TRANSCRIPTION.print(this);
    }
  }

  /** Not at all; {@code null} on the wire. */
  enum Disabled implements Transcription {
    /** The one value. */
    INSTANCE
  }
}
