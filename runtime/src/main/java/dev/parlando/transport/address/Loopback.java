package dev.parlando.transport.address;

/** Addresses of this machine, to which credentials may travel unencrypted. */
public final class Loopback {

  private Loopback() {}

  /** Whether a host, as it stands in a URI, is this machine. Names are not looked up. */
  public static boolean is(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }
}
