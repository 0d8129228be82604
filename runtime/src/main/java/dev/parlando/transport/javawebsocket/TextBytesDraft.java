package dev.parlando.transport.javawebsocket;

import dev.parlando.internal.socket.Pings;
import dev.parlando.transport.ConnectionListener;
import dev.parlando.transport.UpgradeRefused;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.Framedata;

/**
 * RFC 6455 with a short way for whole text messages: their bytes go from the socket's buffer into
 * an array that is lent to the listener, or from an array masked into one buffer. Everything else –
 * fragments, control frames, faults – goes the library's own way, frame by frame.
 *
 * <p>The reason: Java-WebSocket copies a message five times, looks at each byte twice to see that
 * it is UTF-8, and masks byte by byte; the JSON parser wants bytes anyway. The benchmark is {@code
 * SocketReceive}.
 */
final class TextBytesDraft extends ClientDraft {

  /** Told of whole text messages, as {@link ConnectionListener#onText} is. */
  interface Texts {
    void onText(byte[] utf8, int length);
  }

  private final List<String> subprotocols;
  private final int maxFrameBytes;
  private final Consumer<UpgradeRefused> refused;
  private final BooleanSupplier closing;
  private final Pings pings;
  private final Texts texts;
  private final FrameReader frame = new FrameReader();

  /** Whether a message in fragments is under way; a whole one may not come then. */
  private boolean fragmented;

  /**
   * @param refused told before the connection is closed
   * @param closing whether our close frame is on its way
   * @param pings told of all that comes
   * @param texts told of each whole text message
   */
  TextBytesDraft(
      List<String> subprotocols,
      int maxFrameBytes,
      Consumer<UpgradeRefused> refused,
      BooleanSupplier closing,
      Pings pings,
      Texts texts) {
    super(subprotocols, maxFrameBytes, refused, closing);
    this.subprotocols = subprotocols;
    this.maxFrameBytes = maxFrameBytes;
    this.refused = refused;
    this.closing = closing;
    this.pings = pings;
    this.texts = texts;
  }

  @Override
  public Draft copyInstance() {
    return new TextBytesDraft(subprotocols, maxFrameBytes, refused, closing, pings, texts);
  }

  @Override
  public List<Framedata> translateFrame(ByteBuffer read) throws InvalidDataException {
    pings.heard();
    List<Framedata> frames = new ArrayList<>(2);
    while (frame.take(read)) {
      if (frame.isWholeText() && !fragmented) {
        if (frame.length() > maxFrameBytes) {
          throw new LimitExceededException("Payload limit reached.", maxFrameBytes);
        }
        if (!frame.fill(read)) {
          break;
        }
        text(frames);
      } else {
        for (Framedata other : super.translateFrame(frame.part(read))) {
          note(other);
          frames.add(other);
        }
        if (!frame.isComplete()) {
          break;
        }
      }
      frame.next();
    }
    return frames;
  }

  /** Hands on a text, after the frames before it, which the caller is to process. */
  private void text(List<Framedata> before) {
    int length = (int) frame.length();
    if (before.isEmpty()) {
      texts.onText(frame.payload(), length);
    } else {
      before.add(new TextFrame(Arrays.copyOf(frame.payload(), length)));
    }
  }

  private void note(Framedata data) {
    Opcode opcode = data.getOpcode();
    if (opcode == Opcode.CONTINUOUS || opcode == Opcode.TEXT || opcode == Opcode.BINARY) {
      fragmented = !data.isFin();
    }
  }

  @Override
  public void processFrame(WebSocketImpl socket, Framedata data) throws InvalidDataException {
    if (data instanceof TextFrame text) {
      texts.onText(text.utf8(), text.utf8().length);
    } else {
      super.processFrame(socket, data);
    }
  }

  @Override
  public ByteBuffer createBinaryFrame(Framedata data) {
    return data instanceof TextFrame text
        ? MaskedText.frame(text.utf8())
        : super.createBinaryFrame(data);
  }

  @Override
  public void reset() {
    super.reset();
    frame.next();
    fragmented = false;
  }

  /** A draft is one connection's; none equals another. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
