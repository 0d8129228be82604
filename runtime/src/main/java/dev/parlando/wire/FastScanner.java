package dev.parlando.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/**
 * Goes through the tokens of a {@link FastInput}. Whatever is unusual or wrong throws {@link
 * JsonInput#unusual()}.
 */
final class FastScanner {

  /** What a long can hold in any case. */
  private static final int MAX_DIGITS = 18;

  /** Deeper than any known event. */
  private static final int MAX_DEPTH = 32;

  /** Where a field after the audio would show itself, in bytes from the end. */
  private static final int TAIL = 128;

  private static final char UNREADABLE = '\ufffd';

  private final byte[] json;
  private final int end;
  private final boolean lossy;
  private int at;
  private long whole;

  /**
   * @param json begins with the message
   * @param end of the message
   * @param lossy whether a question mark may stand for what is no Latin-1
   */
  FastScanner(byte[] json, int end, boolean lossy) {
    this.json = json;
    this.end = end;
    this.lossy = lossy;
  }

  boolean lossy() {
    return lossy;
  }

  int at() {
    return at;
  }

  void goTo(int where) {
    at = where;
  }

  void advance() {
    at++;
  }

  /** The next byte that is no space; 0 at the end. */
  byte next() {
    while (at < end && isSpace(json[at])) {
      at++;
    }
    return peek();
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private byte peek() {
    return at < end ? json[at] : 0;
  }

  boolean atEnd() {
    return next() == 0 && at == end;
  }

  /** Goes behind a mark. */
  void need(char mark) {
    if (next() != mark) {
      throw JsonInput.unusual();
    }
    at++;
  }

  /** Goes behind a word. */
  void literal(byte[] word) {
    if (!isHere(word)) {
      throw JsonInput.unusual();
    }
    at += word.length;
  }

  private boolean isHere(byte[] word) {
    int stop = at + word.length;
    return stop <= end && Arrays.equals(json, at, stop, word, 0, word.length);
  }

  /** Goes behind a number; whether it has a fraction or an exponent. */
  boolean number() {
    boolean negative = peek() == '-';
    if (negative) {
      at++;
    }
    int from = at;
    long number = 0;
    for (; isDigit(); at++) {
      number = number * 10 + json[at] - '0';
      if (at - from == MAX_DIGITS) {
        throw JsonInput.unusual();
      }
    }
    if (at == from || (json[from] == '0' && at > from + 1)) {
      throw JsonInput.unusual();
    }
    whole = negative ? -number : number;
    return fraction();
  }

  private boolean fraction() {
    int from = at;
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '-' || peek() == '+') {
        at++;
      }
      digits();
    }
    return at > from;
  }

  private void digits() {
    int from = at;
    while (isDigit()) {
      at++;
    }
    if (at == from || at - from > MAX_DIGITS) {
      throw JsonInput.unusual();
    }
  }

  private boolean isDigit() {
    return at < end && '0' <= json[at] && json[at] <= '9';
  }

  /** The number, without its fraction. */
  long whole() {
    return whole;
  }

  /** The number that began there, all of it. */
  double decimal(int from) {
    return Double.parseDouble(new String(json, from, at - from, ISO_8859_1));
  }

  /** The rest of a string of which the quote is behind; of the expected one, no string is made. */
  String string(@Nullable SerializedString expected) {
    if (expected != null) {
      byte[] name = expected.asQuotedUTF8();
      int quote = at + name.length;
      if (isQuote(quote) && isHere(name)) {
        at = quote + 1;
        return expected.getValue();
      }
    }
    return string();
  }

  /** The rest of a string of which the quote is behind. */
  String string() {
    int from = at;
    int quote = AsciiScan.end(json, from, end);
    if (!isQuote(quote)) {
      return unescaped(from, close(quote));
    }
    at = quote + 1;
    String text = new String(json, from, quote - from, ISO_8859_1);
    if (lossy && text.indexOf('?') >= 0) {
      throw JsonInput.unusual();
    }
    return text;
  }

  private boolean isQuote(int where) {
    return where < end && json[where] == '"';
  }

  /** Where a string ends that goes on here. */
  private int close(int from) {
    for (int i = from; i < end; i++) {
      byte b = json[i];
      if (b == '"') {
        return i;
      }
      if (b == '\\') {
        i++;
      } else if (0 <= b && b < ' ') {
        throw JsonInput.unusual();
      }
    }
    throw JsonInput.unusual();
  }

  private String unescaped(int from, int quote) {
    byte[] utf8 = new byte[quote - from];
    int length = 0;
    for (int i = from; i < quote; i++) {
      utf8[length++] = json[i] == '\\' ? escaped(json[++i]) : json[i];
    }
    at = quote + 1;
    String text = new String(utf8, 0, length, UTF_8);
    if (lossy || text.indexOf(UNREADABLE) >= 0) {
      throw JsonInput.unusual();
    }
    return text;
  }

  private static byte escaped(byte letter) {
    return switch (letter) {
      case '"', '\\', '/' -> letter;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> throw JsonInput.unusual();
    };
  }

  /** The rest of a string, in base64. */
  byte[] audio() {
    int quote = endOfAudio();
    byte[] audio = Base64Text.decode(json, at, quote);
    if (audio == null) {
      throw JsonInput.unusual();
    }
    at = quote + 1;
    return audio;
  }

  /**
   * Where the audio ends. It is the last field with every known server, so that its end is the
   * message's and need not be looked for; base64 itself refuses a quote inside.
   */
  private int endOfAudio() {
    int last = end - 2;
    if (last >= at && json[last] == '"' && json[last + 1] == '}') {
      int tail = Math.max(at, last - TAIL);
      if (AsciiScan.end(json, tail, last) == last) {
        return last;
      }
    }
    int quote = AsciiScan.end(json, at, end);
    if (!isQuote(quote)) {
      throw JsonInput.unusual();
    }
    return quote;
  }

  /** Goes behind an object or array of which the bracket is here, without a look inside. */
  void skip() {
    int depth = 0;
    for (; at < end; at++) {
      switch (json[at]) {
        case '"' -> at = close(at + 1);
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {}
      }
      if (depth == 0) {
        at++;
        return;
      }
      if (depth > MAX_DEPTH) {
        throw JsonInput.unusual();
      }
    }
    throw JsonInput.unusual();
  }
}
