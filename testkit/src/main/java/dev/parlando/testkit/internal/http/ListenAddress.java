package dev.parlando.testkit.internal.http;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens.
 *
 * @param port the TCP port on the loopback interface; 0 for any free one
 * @param tls with which certificate; null for a plain connection
 */
public record ListenAddress(int port, @Nullable Tls tls) {

  /**
   * A certificate with its private key.
   *
   * @param keyStore a PKCS #12 file
   * @param password of the file and the key
   */
  public record Tls(Path keyStore, String password) {

    @Override
    public String toString() {
      return "Tls[" + keyStore + "]";
    }
  }
}
