package dev.parlando.internal.engine.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Loads the engine and its oracle anew, with some classes in another form. */
final class MutantLoader extends ClassLoader {

  private static final String ENGINE = "dev.parlando.internal.engine.";

  private final Map<String, byte[]> mutated;

  /**
   * @param mutated the class files to take in place of what is there, by binary name
   */
  MutantLoader(Map<String, byte[]> mutated) {
    super(MutantLoader.class.getClassLoader());
    this.mutated = mutated;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(ENGINE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        byte[] bytes = mutated.getOrDefault(name, null);
        byte[] code = bytes == null ? original(name) : bytes;
        loaded = defineClass(name, code, 0, code.length);
      }
      return loaded;
    }
  }

  private byte[] original(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
