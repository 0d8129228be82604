package dev.parlando.transport.javawebsocket;

import java.nio.ByteBuffer;
import org.java_websocket.enums.Opcode;
import org.java_websocket.framing.FramedataImpl1;

/** A whole text message whose UTF-8 stays as it is. */
final class TextFrame extends FramedataImpl1 {

  private final byte[] utf8;

  TextFrame(byte[] utf8) {
    super(Opcode.TEXT);
    this.utf8 = utf8;
  }

  byte[] utf8() {
    return utf8;
  }

  @Override
  public ByteBuffer getPayloadData() {
    return ByteBuffer.wrap(utf8);
  }

  /** Whoever parses the text sees to its UTF-8. */
  @Override
  public void isValid() {}
}
