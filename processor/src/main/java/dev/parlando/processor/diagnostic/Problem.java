package dev.parlando.processor.diagnostic;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Everything the processor can complain about. */
public enum Problem {
  // Tool classes and methods

  /** The generated class could not name the annotated one. */
  TOOL_CLASS_UNSUPPORTED(Severity.ERROR, "%s can't have tools, because it is %s. Make it %s."),
  /** The generated class could not call the method. */
  TOOL_METHOD_UNSUPPORTED(Severity.ERROR, "a tool's method can't be %s. %s"),
  /** The name breaks the rules of the protocol. */
  TOOL_NAME_INVALID(
      Severity.ERROR,
      "\"%s\" can't be the name of a tool. Use 1 to 64 letters, digits, underscores and hyphens."),
  /** Two tools have one name. */
  TOOL_NAME_DUPLICATE(
      Severity.ERROR, "%s is a tool named %s as well. Give one of them another name in @Tool."),
  /** The tool has no description. */
  TOOL_DESCRIPTION_MISSING(
      Severity.ERROR,
      "the model is not told what this tool does. Say it in @Tool(\"…\") or in Javadoc."),
  /** A description is longer than servers take. */
  DESCRIPTION_TOO_LONG(
      Severity.ERROR, "the description has %s characters, but at most %s are allowed. Shorten it."),
  /** The context is asked for twice. */
  TOOL_CONTEXT_TWICE(
      Severity.ERROR, "there is one ToolContext for each call. Take it as one parameter."),
  /** A limit that no call could keep. */
  TOOL_LIMIT_INVALID(Severity.ERROR, "%s = %s is no limit; the least is %s."),
  /** The generated class has the name of another. */
  GENERATED_NAME_TAKEN(
      Severity.ERROR, "%s is generated from %s, but there is a class of that name. Rename one."),
  /** A type was never found. */
  TYPE_UNDEFINED(Severity.ERROR, "the type %s does not exist."),

  /** A class that has tools, but no annotation. */
  TOOL_CLASS_UNANNOTATED(
      Severity.WARNING,
      "it inherits tools from %s, but no class is generated for it, as it has no annotation."
          + " Annotate it with @VoiceAgent."),

  // Types

  /** A type that arguments can't have. */
  TOOL_PARAMETER_UNSUPPORTED(Severity.ERROR, "%s can't be a tool parameter. %s"),
  /** A type that results can't have. */
  TOOL_RESULT_UNSUPPORTED(Severity.ERROR, "%s can't be the result of a tool. %s"),
  /** A result that only jackson-databind can write. */
  TOOL_RESULT_BY_DATABIND(
      Severity.NOTE, "%s is written by jackson-databind, by reflection. A record would not be."),
  /** A generic type without arguments. */
  TYPE_RAW(Severity.ERROR, "%s is used without type arguments. Say what it holds."),
  /** A type variable or wildcard that could be anything. */
  TYPE_UNBOUND(Severity.ERROR, "%s could be any type. Use one that is known."),
  /** A type that generated code can't name. */
  TYPE_NOT_ACCESSIBLE(Severity.ERROR, "%s is private, or in another package. Make it visible."),
  /** A generic type that grows with each level. */
  TYPE_TOO_DEEP(Severity.ERROR, "%s is nested without end. Break the chain of type arguments."),
  /** A property stands twice. */
  PROPERTY_NAME_DUPLICATE(
      Severity.ERROR, "there is a property named %s already. Give one of them another name."),
  /** More properties than the runtime can keep track of. */
  TOO_MANY_PROPERTIES(
      Severity.ERROR, "%s has %s properties, but at most %s are allowed. Group some in a record."),
  /** A sealed interface with something else than records. */
  VARIANT_UNSUPPORTED(
      Severity.ERROR,
      "%s permits %s, but only records without type parameters can be told apart. Permit those, or"
          + " sealed interfaces of them."),
  /** A generic sealed interface of which no record has the type arguments. */
  UNION_EMPTY(
      Severity.ERROR,
      "%s permits no record of that type, so no value is possible. Use other type arguments."),
  /** An enum with nothing to choose from. */
  ENUM_EMPTY(Severity.ERROR, "%s has no constants, so no value is possible. Add one."),

  // Jackson's annotations

  /** An annotation that would change the JSON but has no effect here. */
  JACKSON_ANNOTATION_IGNORED(Severity.WARNING, "@%s has no effect here. %s"),
  /** A component that the model can't set and nobody else does. */
  IGNORED_WITHOUT_DEFAULT(
      Severity.ERROR,
      "%s hides it from the model, so it needs a value. Add @DefaultValue or Optional."),
  /** A date pattern that means nothing. */
  FORMAT_INVALID(Severity.ERROR, "\"%s\" is no pattern for %s. Correct @JsonFormat."),

  // Values and constraints

  /** A default that is no such value. */
  DEFAULT_INVALID(Severity.ERROR, "the default \"%s\" %s. Correct @DefaultValue."),
  /** A default of a type that has none. */
  DEFAULT_UNSUPPORTED(Severity.ERROR, "%s can't have a @DefaultValue. Use Optional instead."),
  /** A constraint on a type that it does not apply to. */
  CONSTRAINT_NOT_APPLICABLE(Severity.ERROR, "@%s says nothing about %s. %s"),
  /** Constraints that no value can meet. */
  CONSTRAINT_CONTRADICTION(Severity.ERROR, "no value can be valid: %s. Correct the constraints."),
  /** A parameter that must be null. */
  CONSTRAINT_NULL(
      Severity.ERROR, "a parameter that must be null is no parameter. Remove it, or @Null."),
  /** A constraint that holds only sometimes. */
  CONSTRAINT_GROUPS(
      Severity.ERROR, "@%s has groups, but a tool's arguments know none. Remove them."),
  /** A constraint that only the application's validator can check. */
  CONSTRAINT_BY_VALIDATOR(
      Severity.WARNING,
      "@%s is not in the schema, and is checked only if the session has a Validator."),
  /** A constraint that nobody can check. */
  CONSTRAINT_UNCHECKED(
      Severity.WARNING, "@%s is not checked on a parameter. Put it on a component of a record."),
  /** A constraint of the namespace that Jakarta left. */
  CONSTRAINT_OF_JAVAX(
      Severity.WARNING, "@%s is not checked, as it is of javax.validation. Use @%s."),
  /** A message that the generator can't fill in. */
  CONSTRAINT_MESSAGE_IGNORED(
      Severity.WARNING, "the message \"%s\" is known only at run time. Write out what it says."),
  /** A regular expression that is none. */
  PATTERN_INVALID(Severity.ERROR, "\"%s\" is no regular expression: %s. Correct it."),
  /** A regular expression that servers would refuse or take otherwise. */
  PATTERN_NOT_PORTABLE(
      Severity.WARNING,
      "not every server reads %s as Java does, so the pattern is checked and described, but not in"
          + " the schema. Say it without."),

  // Agents

  /** The instructions mention a tool that is not there. */
  UNKNOWN_TOOL_MENTIONED(Severity.WARNING, "the instructions mention %s, which is no tool. %s"),

  // Servers

  /** More tools than most servers take. */
  TOO_MANY_TOOLS(
      Severity.WARNING,
      "the class has %s tools, but %s takes at most %s in one session. Split the class, and offer a"
          + " part."),
  /** What keeps a tool from strict mode. */
  STRICT_IMPOSSIBLE(Severity.NOTE, "strict mode can't have this tool, since %s."),
  /** Something that a named server is known to refuse. */
  TARGET_REFUSES(Severity.NOTE, "%s is known to refuse %s. %s"),
  /** A server that is none. */
  TARGET_UNKNOWN(Severity.WARNING, "the option parlando.targets names %s. Known are %s."),

  // Separate compilation

  /** Descriptions that a class file has lost. */
  DESCRIPTION_LOST(
      Severity.WARNING,
      "%s was compiled before, so its Javadoc can't be read. Use @Describe for what the model"
          + " should know."),

  /** A tool of which a class file has too little. */
  INHERITED_TOOL_LOST(
      Severity.ERROR,
      "%s was compiled before, without this processor, so %s can't be read. Compile it with the"
          + " processor, or put it in annotations: @Tool(\"…\"), and @JsonProperty(\"…\") on the"
          + " parameters, which javac -parameters does as well."),

  /** Annotations that this compiler does not see in class files. */
  TYPE_ANNOTATIONS_LOST(
      Severity.WARNING,
      "%s was compiled before, and annotations inside its types, as in List<@Size(max = 3) String>,"
          + " are read from class files by JDK 22 and later only. Build with that, or both at"
          + " once."),

  // The processor itself

  /** A bug. */
  PARLANDO_INTERNAL(
      Severity.ERROR, "the processor failed: %s. This is a bug; please report it with this text.");

  /** What a problem does to the build. */
  public enum Severity {
    /** It fails. */
    ERROR,
    /** It goes on, with a warning. */
    WARNING,
    /** It goes on. */
    NOTE
  }

  private final Severity severity;
  private final String text;

  Problem(Severity severity, String text) {
    this.severity = severity;
    this.text = text;
  }

  /** The name in messages and documentation: {@code ToolNameInvalid}. */
  public String id() {
    return Arrays.stream(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** What it does to the build. */
  public Severity severity() {
    return severity;
  }

  /** What is wrong and what to do, with {@code %s} for what differs. */
  public String text() {
    return text;
  }
}
