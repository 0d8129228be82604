package dev.parlando.realtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of the conversation. */
public sealed interface Item
    permits Item.Message,
        Item.FunctionCall,
        Item.FunctionCallOutput,
        Item.Reference,
        McpItem,
        UnknownItem {

  /** How far the item came. */
  enum Status {
    /** It still grows. */
    IN_PROGRESS,
    /** It is whole. */
    COMPLETED,
    /** It was cut off. */
    INCOMPLETE
  }

  /** Who speaks. */
  enum Role {
    /** The application, in instructions. */
    SYSTEM,
    /** The person. */
    USER,
    /** The model. */
    ASSISTANT
  }

  /** The item's id: the server's, or one of at most 32 characters that the client chose. */
  @Nullable String id();

  /** What the item carried beyond its known fields. */
  Extras extras();

  /** The same item under an id. */
  Item withId(String id);

  /** What the user wrote. */
  static Message userText(String text) {
    return Message.of(Role.USER, new ContentPart.InputText(text));
  }

  /** An instruction. */
  static Message systemText(String text) {
    return Message.of(Role.SYSTEM, new ContentPart.InputText(text));
  }

  /** What the model said earlier, to restore a conversation. */
  static Message assistantText(String text) {
    return Message.of(Role.ASSISTANT, new ContentPart.OutputText(text));
  }

  /**
   * A call that the model made earlier, to restore a conversation.
   *
   * @param arguments JSON text
   */
  static FunctionCall functionCall(String callId, String name, String arguments) {
    return new FunctionCall(null, null, callId, name, arguments, Extras.NONE);
  }

  /**
   * The answer to a call.
   *
   * @param callId the id as the call carried it
   * @param output text or JSON text
   */
  static FunctionCallOutput functionCallOutput(String callId, String output) {
    return new FunctionCallOutput(null, null, callId, output, Extras.NONE);
  }

  /** Something said or written. */
  record Message(
      @Nullable String id,
      @Nullable Status status,
      @Nullable Role role,
      List<ContentPart> content,
      Extras extras)
      implements Item {

    /** Copies the list. */
    public Message {
      content = List.copyOf(content);
    }

    /** A message to send. */
    public static Message of(Role role, ContentPart... content) {
      return new Message(null, null, role, List.of(content), Extras.NONE);
    }

    @Override
    public Message withId(String id) {
      return new Message(id, status, role, content, extras);
    }
  }

  /**
   * The model calls a function.
   *
   * @param callId what the output must carry
   * @param arguments JSON text as the model wrote it; empty while it grows
   */
  record FunctionCall(
      @Nullable String id,
      @Nullable Status status,
      @Nullable String callId,
      @Nullable String name,
      @Nullable String arguments,
      Extras extras)
      implements Item {

    @Override
    public FunctionCall withId(String id) {
      return new FunctionCall(id, status, callId, name, arguments, extras);
    }

    @Override
    public String toString() {
      return ItemMappings.ITEMS.print(this);
    }
  }

  /** The answer to a call. */
  record FunctionCallOutput(
      @Nullable String id,
      @Nullable Status status,
      @Nullable String callId,
      @Nullable String output,
      Extras extras)
      implements Item {

    @Override
    public FunctionCallOutput withId(String id) {
      return new FunctionCallOutput(id, status, callId, output, extras);
    }

    @Override
    public String toString() {
      return ItemMappings.ITEMS.print(this);
    }
  }

  /** An item of the conversation by its id, in the input of {@link ResponseConfig}. */
  record Reference(@Nullable String id, Extras extras) implements Item {

    @Override
    public Reference withId(String id) {
      return new Reference(id, extras);
    }
  }
}
