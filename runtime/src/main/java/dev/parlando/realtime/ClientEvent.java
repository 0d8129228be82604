package dev.parlando.realtime;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Something that a client sends. */
public sealed interface ClientEvent {

  /** The event's name in the GA dialect, whichever dialect it was read from. */
  default String type() {
    return ClientEventMappings.EVENTS.nameOf(this, Dialect.GA);
  }

  /** The client's id of this event, up to 512 characters; an error about it carries it again. */
  @Nullable String eventId();

  /** What the event carried beyond its known fields. */
  Extras extras();

  /** The same event under an id. */
  ClientEvent withEventId(String eventId);

  /** Changes the session. The answer is {@link SessionEvent.Updated}. */
  record SessionUpdate(@Nullable String eventId, @Nullable SessionConfig session, Extras extras)
      implements ClientEvent {

    /** Without an event id. */
    public SessionUpdate(SessionConfig session) {
      this(null, session, Extras.NONE);
    }

    @Override
    public SessionUpdate withEventId(String eventId) {
      return new SessionUpdate(eventId, session, extras);
    }
  }

  /**
   * Changes a transcription session of the beta. In the GA dialect it goes out as {@code
   * session.update} of a session whose type is {@code transcription}.
   */
  record TranscriptionSessionUpdate(
      @Nullable String eventId, @Nullable SessionConfig session, Extras extras)
      implements ClientEvent {

    private static final String TYPE = "transcription";

    /** Sets the type of the session. */
    public TranscriptionSessionUpdate {
      if (session != null && !TYPE.equals(session.type())) {
        session = session.toBuilder().type(TYPE).build();
      }
    }

    /** Without an event id. */
    public TranscriptionSessionUpdate(SessionConfig session) {
      this(null, session, Extras.NONE);
    }

    @Override
    public TranscriptionSessionUpdate withEventId(String eventId) {
      return new TranscriptionSessionUpdate(eventId, session, extras);
    }
  }

  /**
   * Adds an item to the conversation.
   *
   * @param previousItemId the item to put it after, or {@code root} for the start; null: the end
   */
  record ItemCreate(
      @Nullable String eventId, @Nullable Item item, @Nullable String previousItemId, Extras extras)
      implements ClientEvent {

    /** Without an event id. */
    public ItemCreate(Item item) {
      this(null, item, null, Extras.NONE);
    }

    /** Without an event id. */
    public ItemCreate(Item item, @Nullable String previousItemId) {
      this(null, item, previousItemId, Extras.NONE);
    }

    @Override
    public ItemCreate withEventId(String eventId) {
      return new ItemCreate(eventId, item, previousItemId, extras);
    }
  }

  /** Removes an item. The answer is {@link ConversationEvent.ItemDeleted}. */
  record ItemDelete(@Nullable String eventId, @Nullable String itemId, Extras extras)
      implements ClientEvent {

    /** Without an event id. */
    public ItemDelete(String itemId) {
      this(null, itemId, Extras.NONE);
    }

    @Override
    public ItemDelete withEventId(String eventId) {
      return new ItemDelete(eventId, itemId, extras);
    }
  }

  /**
   * Asks for an item as the server has it, with its audio. The answer is {@link
   * ConversationEvent.ItemRetrieved}.
   */
  record ItemRetrieve(@Nullable String eventId, @Nullable String itemId, Extras extras)
      implements ClientEvent {

    /** Without an event id. */
    public ItemRetrieve(String itemId) {
      this(null, itemId, Extras.NONE);
    }

    @Override
    public ItemRetrieve withEventId(String eventId) {
      return new ItemRetrieve(eventId, itemId, extras);
    }
  }

  /**
   * Makes the model forget the part of its speech that nobody heard. The answer is {@link
   * ConversationEvent.ItemTruncated}.
   *
   * @param audioEndMs how much was heard, in ms; more than there is, is an error
   */
  record ItemTruncate(
      @Nullable String eventId,
      @Nullable String itemId,
      @Nullable Integer contentIndex,
      @Nullable Integer audioEndMs,
      Extras extras)
      implements ClientEvent {

    /** Without an event id. */
    public ItemTruncate(String itemId, int contentIndex, int audioEndMs) {
      this(null, itemId, contentIndex, audioEndMs, Extras.NONE);
    }

    @Override
    public ItemTruncate withEventId(String eventId) {
      return new ItemTruncate(eventId, itemId, contentIndex, audioEndMs, extras);
    }
  }

  /**
   * Adds audio to the input buffer. There is no answer.
   *
   * @param audio bytes in the session's input format, at most 15 MiB. The array is handed over, not
   *     copied: don't change it
   */
  @SuppressWarnings("ArrayRecordComponent") // equal by content; a copy would cost
  record AudioAppend(@Nullable String eventId, byte[] audio, Extras extras) implements ClientEvent {

    /** Without an event id. */
    public AudioAppend(byte[] audio) {
      this(null, audio, Extras.NONE);
    }

    @Override
    public AudioAppend withEventId(String eventId) {
      return new AudioAppend(eventId, audio, extras);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof AudioAppend that
          && Objects.equals(eventId, that.eventId)
          && Arrays.equals(audio, that.audio)
          && extras.equals(that.extras);
    }

    @Override
    public int hashCode() {
      return Objects.hash(eventId, Arrays.hashCode(audio));
    }

    @Override
    public String toString() {
      return ClientEventMappings.EVENTS.print(this);
    }
  }

  /** Empties the input buffer. The answer is {@link InputAudioEvent.Cleared}. */
  record AudioClear(@Nullable String eventId, Extras extras) implements ClientEvent {

    /** Without an event id. */
    public AudioClear() {
      this(null, Extras.NONE);
    }

    @Override
    public AudioClear withEventId(String eventId) {
      return new AudioClear(eventId, extras);
    }
  }

  /**
   * Makes an item of the input buffer. The answer is {@link InputAudioEvent.Committed}; an empty
   * buffer is an error. With voice activity detection the server does it by itself.
   */
  record AudioCommit(@Nullable String eventId, Extras extras) implements ClientEvent {

    /** Without an event id. */
    public AudioCommit() {
      this(null, Extras.NONE);
    }

    @Override
    public AudioCommit withEventId(String eventId) {
      return new AudioCommit(eventId, extras);
    }
  }

  /** Cuts off the server's own playback. WebRTC and SIP only. */
  record OutputAudioClear(@Nullable String eventId, Extras extras) implements ClientEvent {

    /** Without an event id. */
    public OutputAudioClear() {
      this(null, Extras.NONE);
    }

    @Override
    public OutputAudioClear withEventId(String eventId) {
      return new OutputAudioClear(eventId, extras);
    }
  }

  /**
   * Asks for a response. One may run in a conversation at a time.
   *
   * @param response how it differs from what the session says; null: not at all
   */
  record ResponseCreate(@Nullable String eventId, @Nullable ResponseConfig response, Extras extras)
      implements ClientEvent {

    /** Without an event id. */
    public ResponseCreate(@Nullable ResponseConfig response) {
      this(null, response, Extras.NONE);
    }

    @Override
    public ResponseCreate withEventId(String eventId) {
      return new ResponseCreate(eventId, response, extras);
    }
  }

  /**
   * Stops a response. With none active the answer is an error that does no harm.
   *
   * @param responseId null: the one that runs in the conversation
   */
  record ResponseCancel(@Nullable String eventId, @Nullable String responseId, Extras extras)
      implements ClientEvent {

    /** Without an event id. */
    public ResponseCancel(@Nullable String responseId) {
      this(null, responseId, Extras.NONE);
    }

    @Override
    public ResponseCancel withEventId(String eventId) {
      return new ResponseCancel(eventId, responseId, extras);
    }
  }

  /**
   * A client event that this version does not know, kept whole; of use to servers.
   *
   * @param type its name as it came
   * @param raw the whole event; not to be changed
   */
  record Unknown(String type, JsonNode raw) implements ClientEvent {

    @Override
    public @Nullable String eventId() {
      return raw.path("event_id").stringValue(null);
    }

    @Override
    public Extras extras() {
      return Extras.NONE;
    }

    @Override
    public Unknown withEventId(String eventId) {
      return raw instanceof ObjectNode object
          ? new Unknown(type, object.deepCopy().put("event_id", eventId))
          : this;
    }

    @Override
    public String toString() {
      return "Unknown[type=" + type + ", " + raw.size() + " fields]";
    }
  }
}
