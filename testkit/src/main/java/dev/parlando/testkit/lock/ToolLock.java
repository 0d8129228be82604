package dev.parlando.testkit.lock;

import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the tools that a module offers to models with those that were reviewed: the definitions
 * that the annotation processor generated with the committed {@code
 * src/main/parlando/tools.lock.json}. One test is all it takes:
 *
 * <pre>{@code
 * @Test
 * void toolsAreAsReviewed() {
 *   ToolLock.verify();
 * }
 * }</pre>
 *
 * <p>Any difference fails. The failure says of each tool what changed and whether it breaks calls
 * ({@code BREAKING}), allows more ({@code WIDENING}), only describes it otherwise ({@code WORDING})
 * or offers a new tool ({@code ADDITION}), and by which command it is accepted: the same test with
 * {@code -Dparlando.lock=update} writes the lock instead. Where the environment says {@code
 * CI=true}, that is refused. A lock that is missing is never written unasked.
 *
 * <p>Immutable, and safe for use by many threads.
 */
public final class ToolLock {

  private static final Logger LOG = LoggerFactory.getLogger(ToolLock.class);

  private final List<Path> outputs;
  private final LockFile lockFile;
  private final String lockName;
  private final String acceptCommand;

  private ToolLock(List<Path> outputs, Path lockFile, String lockName, String acceptCommand) {
    this.outputs = outputs;
    this.lockFile = new LockFile(lockFile);
    this.lockName = lockName;
    this.acceptCommand = acceptCommand;
  }

  /**
   * Checks the module that the calling class belongs to.
   *
   * @throws AssertionError if the tools differ from the lock, there is no lock, two tools have the
   *     same name, or there are no tools; the message says what to do
   */
  public static void verify() {
    of(TestedModule.of(caller())).check();
  }

  /**
   * How many bytes and, by estimate, tokens the definitions of the calling class's module take: a
   * line for all and one for each tool. The estimate is a quarter of the bytes.
   */
  public static String report() {
    return of(TestedModule.of(caller())).sizes();
  }

  private static Class<?> caller() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames
                    .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(type -> type != ToolLock.class)
                    .findFirst()
                    .orElseThrow());
  }

  private static ToolLock of(TestedModule module) {
    Path lock = module.lockFile();
    return new ToolLock(
        module.outputs(), lock, slashed(module.folder().relativize(lock)), module.acceptCommand());
  }

  /**
   * A lock at a place of its own.
   *
   * @param classes the folder that the module's classes are compiled to
   * @param lockFile the file to compare with
   */
  public static ToolLock of(Path classes, Path lockFile) {
    return new ToolLock(
        List.of(classes),
        lockFile,
        slashed(lockFile),
        "mvn test -D" + LockMode.PROPERTY + "=update");
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** The same lock, whose failures name this command as the one that accepts a change. */
  public ToolLock acceptedBy(String command) {
    return new ToolLock(outputs, lockFile.path(), lockName, command);
  }

  /** Checks as {@link #verify()} does. */
  public void check() {
    check(LockMode.of(System.getProperty(LockMode.PROPERTY), System.getenv("CI")));
  }

  void check(LockMode mode) {
    List<LockedTool> tools = GeneratedTools.read(outputs);
    if (mode == LockMode.UPDATE) {
      lockFile.write(tools);
      LOG.info("Wrote {}", lockName);
      return;
    }
    FailureText failure = new FailureText(lockName, acceptCommand);
    if (!lockFile.exists()) {
      throw new AssertionError(failure.missing(tools));
    }
    String before = lockFile.text();
    String after = LockFile.text(tools);
    if (!before.equals(after)) {
      List<ToolComparison> changed = ToolComparison.compare(lockFile.tools(), tools);
      throw new AssertionError(failure.different(changed, before, after, tools));
    }
  }

  /** The sizes as {@link #report()} prints them. */
  public String sizes() {
    return new CatalogueSize(GeneratedTools.read(outputs)).text();
  }
}
