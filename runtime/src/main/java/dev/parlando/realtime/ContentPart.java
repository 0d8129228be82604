package dev.parlando.realtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A piece of a message. Input parts are what goes into the model, of users and the system; output
 * parts are what comes out of it.
 */
public sealed interface ContentPart {

  /** What the part carried beyond its known fields. */
  Extras extras();

  /** Text of the user or of the system. */
  record InputText(@Nullable String text, Extras extras) implements ContentPart {

    /** Text to send. */
    public InputText(String text) {
      this(text, Extras.NONE);
    }

    @Override
    public String toString() {
      return ContentMappings.IN_ITEM.print(this);
    }
  }

  /**
   * Speech of the user.
   *
   * @param audio base64 text of bytes in the session's input format; servers leave it out
   * @param transcript what was said; null until it is known
   */
  record InputAudio(@Nullable String audio, @Nullable String transcript, Extras extras)
      implements ContentPart {

    @Override
    public String toString() {
      return ContentMappings.IN_ITEM.print(this);
    }
  }

  /**
   * An image that the user shows. GA only.
   *
   * @param imageUrl a {@code data:} URI of a PNG or JPEG
   * @param detail {@code auto}, {@code low} or {@code high}
   */
  record InputImage(@Nullable String imageUrl, @Nullable String detail, Extras extras)
      implements ContentPart {

    /** An image to send, in the detail that the server chooses. */
    public InputImage(String imageUrl) {
      this(imageUrl, null, Extras.NONE);
    }

    @Override
    public String toString() {
      return ContentMappings.IN_ITEM.print(this);
    }
  }

  /** Text of the model. */
  record OutputText(@Nullable String text, Extras extras) implements ContentPart {

    /** Text to send. */
    public OutputText(String text) {
      this(text, Extras.NONE);
    }

    @Override
    public String toString() {
      return ContentMappings.IN_ITEM.print(this);
    }
  }

  /**
   * Speech of the model.
   *
   * @param audio base64 text of bytes in the session's output format; most often left out
   * @param transcript what is said
   */
  record OutputAudio(@Nullable String audio, @Nullable String transcript, Extras extras)
      implements ContentPart {

    @Override
    public String toString() {
      return ContentMappings.IN_ITEM.print(this);
    }
  }

  /**
   * A part that this version does not know, kept whole.
   *
   * @param type its name as it came; null where it had none
   * @param raw the whole part, of whatever JSON type; not to be changed
   */
  record Unknown(@Nullable String type, JsonNode raw) implements ContentPart {

    @Override
    public Extras extras() {
      return Extras.NONE;
    }

    @Override
    public String toString() {
      return "Unknown[type=" + type + ", " + raw.size() + " fields]";
    }
  }
}
