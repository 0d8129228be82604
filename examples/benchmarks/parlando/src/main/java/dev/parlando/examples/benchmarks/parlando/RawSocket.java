package dev.parlando.examples.benchmarks.parlando;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;

/** The least that a client can do: a blocking socket, a thread that reads, whole text frames. */
final class RawSocket {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int BUFFER = 16 << 10;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final IntConsumer lengths;
  private byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;

  RawSocket(URI uri, IntConsumer lengths) throws IOException {
    this.lengths = lengths;
    socket = new Socket(uri.getHost(), uri.getPort());
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = socket.getOutputStream();
    byte[] key = new byte[16];
    ThreadLocalRandom.current().nextBytes(key);
    String head =
        "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + Base64.getEncoder().encodeToString(key)
            + "\r\n\r\n";
    out.write(head.getBytes(ISO_8859_1));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) in.read());
    }
    Thread reader = new Thread(this::read, "raw");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try {
      while (true) {
        need(4);
        int length = buffer[from + 1];
        int head = 2;
        if (length == 126) {
          length = ((buffer[from + 2] & 0xff) << 8) | (buffer[from + 3] & 0xff);
          head = 4;
        }
        need(head + length);
        byte[] message = Arrays.copyOfRange(buffer, from + head, from + head + length);
        from += head + length;
        lengths.accept(message.length);
      }
    } catch (IOException gone) {
      // The server went.
    }
  }

  private void need(int bytes) throws IOException {
    while (to - from < bytes) {
      if (from + bytes > buffer.length) {
        byte[] larger = bytes > buffer.length ? new byte[bytes] : buffer;
        System.arraycopy(buffer, from, larger, 0, to - from);
        buffer = larger;
        to -= from;
        from = 0;
      }
      int count = in.read(buffer, to, buffer.length - to);
      if (count < 0) {
        throw new EOFException();
      }
      to += count;
    }
  }

  synchronized void send(byte[] utf8) throws IOException {
    int head = utf8.length < 126 ? 2 : 4;
    byte[] frame = new byte[head + 4 + utf8.length];
    frame[0] = (byte) 0x81;
    if (head == 2) {
      frame[1] = (byte) (0x80 | utf8.length);
    } else {
      frame[1] = (byte) (0x80 | 126);
      frame[2] = (byte) (utf8.length >> 8);
      frame[3] = (byte) utf8.length;
    }
    int mask = ThreadLocalRandom.current().nextInt();
    for (int i = 0; i < 4; i++) {
      frame[head + i] = (byte) (mask >> (24 - 8 * i));
    }
    long twice = ((long) mask << 32) | (mask & 0xffff_ffffL);
    int start = head + 4;
    int i = 0;
    for (; i <= utf8.length - 8; i += 8) {
      LONG.set(frame, start + i, (long) LONG.get(utf8, i) ^ twice);
    }
    for (; i < utf8.length; i++) {
      frame[start + i] = (byte) (utf8[i] ^ (mask >> (24 - i % 4 * 8)));
    }
    out.write(frame);
  }
}
