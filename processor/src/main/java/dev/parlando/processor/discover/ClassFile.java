package dev.parlando.processor.discover;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a class file and not every compiler passes on.
 *
 * <p>The form is that of chapter 4 of the Java Virtual Machine Specification.
 */
final class ClassFile {

  private static final int ENUM = 0x4000;

  private final byte[] bytes;

  ClassFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether there are annotations inside of types. */
  boolean hasTypeAnnotations() {
    // The attribute's name is there as it is, whatever else the class file holds.
    return new String(bytes, StandardCharsets.ISO_8859_1).contains("TypeAnnotations");
  }

  /** The constants of an enum, in the order in which they are declared; empty if it is none. */
  List<String> constants() {
    try {
      return constants(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      // It ends too early, so it is no class file.
      return List.of();
    }
  }

  private static List<String> constants(DataInputStream in) throws IOException {
    in.skipNBytes(8);
    String[] texts = texts(in);
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    List<String> constants = new ArrayList<>();
    for (int fields = in.readUnsignedShort(); fields > 0; fields--) {
      boolean isConstant = (in.readUnsignedShort() & ENUM) != 0;
      String name = texts[in.readUnsignedShort()];
      if (isConstant) {
        constants.add(name);
      }
      in.skipNBytes(2);
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        in.skipNBytes(2);
        in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
      }
    }
    return constants;
  }

  /** The texts of the constant pool, by their index. */
  private static String[] texts(DataInputStream in) throws IOException {
    String[] texts = new String[in.readUnsignedShort()];
    for (int i = 1; i < texts.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          // A long or double takes two places.
          i++;
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("unknown constant " + tag);
      }
    }
    return texts;
  }
}
