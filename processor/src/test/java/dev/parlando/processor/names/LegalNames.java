package dev.parlando.processor.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Names that Java lets a user give, most of them for a reason: words of the language, of the
 * generated code, of the JDK and of the text generator, and letters that few use.
 */
final class LegalNames {

  /** No type is called so: Java forbids it, or the agents could not name the packages they use. */
  private static final Set<String> NO_TYPES =
      Set.of("record", "sealed", "permits", "var", "yield", "java", "dev", "com", "jakarta");

  /** The roots of packages that are there. */
  private static final Set<String> PACKAGES =
      Set.of("java", "javax", "jakarta", "dev", "com", "org", "jdk");

  /** The methods of {@code Object} that no component can have the name of. */
  private static final Set<String> NO_COMPONENTS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private static final List<String> WORDS =
      words(
          // Words of the language at some level, and words like them.
          """
          record sealed permits var yield when module open opens exports requires uses provides to
          with transitive non Class Enum Record Int INT Default DEFAULT NULL TRUE Void Public NEW
          Case SWITCH Return This Super Static abstract_ int_ _int class_ enum_ new_ switch_
          """,
          // What generated code calls its members and variables.
          """
          agent AGENT DEFINITIONS definitions masked prepare in out value name call options context
          arguments each to each2 to2 each3 element entry item variant violations Arguments
          AGENT_ agent_ in_ out_ name_ value_ IN OUT VALUE NAME CALL read write readName writeName
          runArguments RunArguments PickArguments GatherArguments Tools A_VARIANTS _VARIANTS SHOWN
          """,
          // What it mentions of Parlando.
          """
          Generated ArgumentReader ArgumentMask ArrayCopies Checks CustomConstraints EnumNames MapKeys
          ObjectShape ResultWriter Results TextFormat TextFormats ArgumentOptions AgentProfile
          InvalidArgumentsException ToolCall ToolDefinition ToolInvocation ToolPolicy ToolResult
          ToolSet ToolSets SideEffect Tool VoiceAgent Sensitive Violation Repair ToolContext parlando
          """,
          // What it mentions of the JDK, and what it might.
          """
          String Object Override SuppressWarnings Integer Long Double Float Short Byte Character
          Boolean Number Math System Thread Iterable Comparable Runnable Exception Error Throwable
          IllegalArgumentException IllegalStateException RuntimeException StringBuilder List Set Map
          Optional OptionalInt OptionalLong Objects Arrays Collections Collection Pattern BigDecimal
          BigInteger LocalDate Duration Instant Year URI URL UUID Locale Currency Stream Function
          Deprecated SafeVarargs Module Process Package Date Time Entry Type Element Annotation
          java javax jakarta dev com org jdk sun util lang
          """,
          // Capitals, and what looks like them after a change of case.
          """
          SMS URI_ ID A B X API HTTP HTTPServer sms Sms sMS SMs S_M_S S_ _S __ ___ A1 A_1 a1 aB AB ab
          ABC Abc aBC PRIORITY Priority priority PRIORITY_ P pRIORITY LIMIT CARD CARD_PATTERN
          AMOUNT_MIN AMOUNT_MAX AmountMin amountMin cardPattern CardPattern
          """,
          // Formats of the text generator, and names of nested classes.
          """
          $ $$ $L $T $S $N $W $Z $1L $2T $1 $_ _$ a$ $a a$b a$L $Lb $$L $$$ A$B A$ A$1 $A L$ T$ $L$T
          """,
          // Letters from elsewhere, some of which have no case, two cases, or two code units.
          """
          é É straße ß ŉ ı İ ſ ǅ ǆ ﬁ ΐ σ ς Σ天 天气 気温 данные ДАННЫЕ ñ ª ⅷ Ⅷ 𝒳 𝒳y 𐐨 𐐀 𐐨A €
          £ ¥ ‿a a‿b a\u0301 Ａ ａ
          """);

  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_éßıσЖ天";

  private final Random random;

  LegalNames(Random random) {
    this.random = random;
  }

  private static List<String> words(String... texts) {
    List<String> words = new ArrayList<>();
    for (String text : texts) {
      words.addAll(List.of(text.strip().split("\\s+")));
    }
    return words;
  }

  /** A name for a type that is none of those taken. */
  String type(Set<String> taken) {
    return name(taken, NO_TYPES);
  }

  /** A name for a component of a record. */
  String component(Set<String> taken) {
    return name(taken, NO_COMPONENTS);
  }

  /** A name for a variable, method, constant or part of a package. */
  String any(Set<String> taken) {
    return name(taken, Set.of());
  }

  /** The first part of a package's name, which a type that is always in scope must not hide. */
  String packageRoot() {
    String name = name(taken(), PACKAGES);
    return isInJavaLang(name) ? packageRoot() : name;
  }

  private static boolean isInJavaLang(String name) {
    return Object.class.getResource(name + ".class") != null;
  }

  private String name(Set<String> taken, Set<String> refused) {
    while (true) {
      String name = name();
      if (!name.equals("_") && !refused.contains(name) && taken.add(name)) {
        return name;
      }
    }
  }

  private String name() {
    String word = WORDS.get(random.nextInt(WORDS.size()));
    return switch (random.nextInt(8)) {
      case 0 -> random();
      case 1 -> word + random.nextInt(3);
      case 2 -> word + WORDS.get(random.nextInt(WORDS.size()));
      case 3 -> changedCase(word);
      default -> word;
    };
  }

  private String changedCase(String word) {
    String changed =
        random.nextBoolean() ? word.toUpperCase(Locale.ROOT) : word.toLowerCase(Locale.ROOT);
    boolean legal = SourceVersion.isName(changed);
    return legal ? changed : word;
  }

  private String random() {
    StringBuilder name = new StringBuilder();
    int length = 1 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    boolean legal = SourceVersion.isName(name);
    return legal ? name.toString() : name + "x";
  }

  /** A set that names can be added to. */
  static Set<String> taken(String... names) {
    return new HashSet<>(List.of(names));
  }
}
