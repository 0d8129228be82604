package dev.parlando.internal.engine.oracle;

import dev.parlando.realtime.ContentPart;
import dev.parlando.realtime.Item;
import java.util.Base64;
import java.util.BitSet;

/**
 * Numbers in what is said, by which it is recognised wherever it turns up again: {@code q7} is a
 * text of the user, {@code a7} what the user said, {@code o7} the output of a call. Audio is made
 * of its number.
 */
final class Tokens {

  private static final byte[][] AUDIO = new byte[500][];

  /** The bytes of 200 ms. */
  private static final int PIECE = 200 * 48;

  private Tokens() {}

  /** 200 ms of speech with a number; 0 is silence. */
  static byte[] audio(int number) {
    byte[] known = AUDIO[number];
    if (known == null) {
      known = new byte[PIECE];
      for (int i = 0; i + 1 < known.length; i += 2) {
        known[i] = (byte) (number >> 8);
        known[i + 1] = (byte) number;
      }
      AUDIO[number] = known;
    }
    return known;
  }

  /** The number of the speech in some audio. */
  static int heardIn(byte[] audio) {
    return audio.length < 2
        ? 0
        : ((audio[audio.length - 2] & 255) << 8) | (audio[audio.length - 1] & 255);
  }

  /** Adds the numbers in an item: what the user said or wrote, and outputs. */
  static void read(Item item, BitSet said, BitSet outputs) {
    if (item instanceof Item.Message message) {
      for (ContentPart part : message.content()) {
        if (part instanceof ContentPart.InputText text) {
          read(text.text(), said, outputs);
        } else if (part instanceof ContentPart.InputAudio audio) {
          read(audio.transcript(), said, outputs);
          if (audio.audio() != null) {
            readAudio(Base64.getDecoder().decode(audio.audio()), said);
          }
        }
      }
    } else if (item instanceof Item.FunctionCallOutput output) {
      read(output.output(), said, outputs);
    }
  }

  static boolean isAudio(Item.Message message) {
    return message.content().stream().anyMatch(ContentPart.InputAudio.class::isInstance);
  }

  private static void readAudio(byte[] audio, BitSet said) {
    for (int end = PIECE; end <= audio.length; end += PIECE) {
      int number = ((audio[end - 2] & 255) << 8) | (audio[end - 1] & 255);
      if (number > 0) {
        said.set(number);
      }
    }
  }

  private static void read(String text, BitSet said, BitSet outputs) {
    for (int i = 0; text != null && i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean begins = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
      if (begins && (letter == 'q' || letter == 'a' || letter == 'o')) {
        int number = number(text, i + 1);
        if (number >= 0) {
          (letter == 'o' ? outputs : said).set(number);
        }
      }
    }
  }

  /** The number in the arguments of a call. */
  static int numberIn(String arguments) {
    return number(arguments, arguments.indexOf(':') + 1);
  }

  /** The number that begins at a place in a text; -1: none does. */
  static int number(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == from || end - from > 6 ? -1 : Integer.parseInt(text, from, end, 10);
  }
}
