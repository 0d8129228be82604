package dev.parlando.transport.javawebsocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlando.transport.UpgradeRefused;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.extensions.IExtension;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.protocols.IProtocol;
import org.java_websocket.protocols.Protocol;

/**
 * RFC 6455 with two things that Java-WebSocket leaves out.
 *
 * <p>It keeps what a server says when it refuses the upgrade: the status and the body tell the user
 * what to mend. And it ends a closing handshake that we began when the server answers: the library
 * stops reading as soon as it has queued its close frame, so that frame, and what was sent before
 * it, can get lost.
 */
class ClientDraft extends Draft_6455 {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ?(.*)");
  private static final int MAX_BODY = 1_000;

  private final Consumer<UpgradeRefused> refused;
  private final BooleanSupplier closing;

  /**
   * @param closing whether our close frame is on its way
   * @param refused told before the connection is closed
   */
  ClientDraft(
      List<String> subprotocols,
      int maxFrameBytes,
      Consumer<UpgradeRefused> refused,
      BooleanSupplier closing) {
    super(List.<IExtension>of(), protocols(subprotocols), maxFrameBytes);
    this.refused = refused;
    this.closing = closing;
  }

  private static List<IProtocol> protocols(List<String> names) {
    List<IProtocol> protocols = new ArrayList<>();
    names.forEach(name -> protocols.add(new Protocol(name)));
    // The server may choose none of those offered, and does where none were.
    protocols.add(new Protocol(""));
    return protocols;
  }

  @Override
  public void processFrame(WebSocketImpl socket, Framedata frame) throws InvalidDataException {
    if (frame instanceof CloseFrame answer && closing.getAsBoolean()) {
      socket.closeConnection(answer.getCloseCode(), answer.getMessage(), true);
    } else {
      super.processFrame(socket, frame);
    }
  }

  @Override
  public Handshakedata translateHandshake(ByteBuffer buffer) throws InvalidHandshakeException {
    String answer = UTF_8.decode(buffer.duplicate()).toString();
    int endOfHead = answer.indexOf("\r\n\r\n");
    if (endOfHead >= 0) {
      Matcher status = STATUS_LINE.matcher(answer.substring(0, answer.indexOf("\r\n")));
      if (status.matches() && !status.group(1).equals("101")) {
        String body = answer.substring(endOfHead + 4);
        refused.accept(
            new UpgradeRefused(
                Integer.parseInt(status.group(1)),
                status.group(2),
                body.substring(0, Math.min(body.length(), MAX_BODY))));
      }
    }
    return super.translateHandshake(buffer);
  }
}
