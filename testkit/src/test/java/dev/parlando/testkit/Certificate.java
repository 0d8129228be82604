package dev.parlando.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate for this machine that nobody signed, made by the JDK's own {@code keytool}.
 *
 * @param keyStore with the private key
 * @param pem the certificate alone, for those who are to trust it
 */
public record Certificate(Path keyStore, Path pem) {

  public static final String PASSWORD = "changeit";

  /** Makes one, and its files in a folder. */
  public static Certificate makeIn(Path folder) throws IOException, InterruptedException {
    Certificate made =
        new Certificate(folder.resolve("server.p12"), folder.resolve("certificate.pem"));
    made.keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=LocalRealtime",
        "-ext",
        "san=ip:127.0.0.1,dns:localhost");
    made.keytool("-exportcert", "-rfc", "-file", made.pem().toString());
    return made;
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-alias", "server", "-keystore", keyStore.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
