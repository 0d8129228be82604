package dev.parlando.checks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a check shall write the file that it would compare with. */
final class Update {

  private Update() {}

  /**
   * Returns whether a system property asks for it.
   *
   * @throws AssertionError if it does where a build server runs: there, nobody would review what is
   *     written
   */
  static boolean isWanted(String property) {
    return isWanted(property, System.getProperty(property), System.getenv("CI"));
  }

  static boolean isWanted(String property, @Nullable String value, @Nullable String ci) {
    if (value == null || value.isEmpty()) {
      return false;
    }
    if (!value.equals("update")) {
      throw new AssertionError("-D" + property + "=" + value + " is unknown; the value is update");
    }
    if (ci != null && ci.toLowerCase(Locale.ROOT).equals("true")) {
      throw new AssertionError(
          "-D"
              + property
              + "=update is refused where CI=true; run it locally, and commit the file");
    }
    return true;
  }

  /** The command that runs one test of this module and updates. */
  static String command(Class<?> test, String property) {
    return "mvn -pl checks -am test -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false -D%s=update"
        .formatted(test.getSimpleName(), property);
  }
}
