package dev.parlando.testkit.scenario;

import dev.parlando.realtime.Item;
import dev.parlando.realtime.ResponseEvent;
import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.SpeechEvent;
import dev.parlando.session.event.ToolEvent;
import dev.parlando.session.event.VoiceEvent;
import dev.parlando.tool.ToolCall;
import dev.parlando.tool.ToolSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What happened in a session so far. Thread-safe. */
final class ConversationRecord implements VoiceListener {

  /**
   * A call that the model made.
   *
   * @param call with all arguments, also those that are not to be shown
   * @param atMs when
   */
  record Call(ToolCall call, long atMs) {}

  /**
   * A whole text or transcript of the model.
   *
   * @param beganMs when the first part of it came
   */
  record ReplyText(String text, long beganMs) {}

  private final ConversationLog log;
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Map<String, ToolEvent.Answered> answers = new HashMap<>();
  private final Set<String> callsOpen = new HashSet<>();
  private final List<ReplyText> replyTexts = new ArrayList<>();
  private final Map<String, Long> beginnings = new HashMap<>();
  private @Nullable Long audioSinceMs;
  private int count;
  private int replies;
  private int interruptions;
  private int pausesOfUser;
  private boolean closed;

  ConversationRecord(List<ToolSet> tools) {
    log = new ConversationLog(tools);
  }

  synchronized void startAt(LongSupplier clock) {
    log.startAt(clock);
  }

  /** The user says something. */
  synchronized void userSays(String text) {
    log.add("user", text);
  }

  synchronized List<String> lines() {
    return log.lines();
  }

  @Override
  public synchronized void on(VoiceSession session, VoiceEvent event) {
    count++;
    take(event);
    notifyAll();
  }

  private void take(VoiceEvent event) {
    if (event instanceof VoiceEvent.Received received) {
      onReceived(received);
    } else if (event instanceof ReplyEvent reply) {
      onReply(reply);
    } else if (event instanceof ToolEvent tool) {
      onTool(tool);
    } else if (event instanceof SpeechEvent speech) {
      onSpeech(speech);
    } else if (event instanceof Failure failure) {
      log.add("failure", failure.kind() + " " + failure.code() + " " + failure.message());
    } else if (event instanceof VoiceEvent.Closed end) {
      closed = true;
      log.add("closed", end.code() + " " + end.reason());
    }
  }

  private void onReceived(VoiceEvent.Received event) {
    if (event.event() instanceof ResponseEvent.OutputItemDone done
        && done.item() instanceof Item.FunctionCall item
        && item.status() != Item.Status.INCOMPLETE) {
      String id = Objects.requireNonNullElse(item.callId(), "");
      ToolCall call =
          new ToolCall(
              id,
              Objects.requireNonNullElse(item.name(), ""),
              Objects.requireNonNullElse(item.arguments(), ""));
      if (calls.putIfAbsent(id, new Call(call, log.nowMs())) == null) {
        log.addCall(call);
      }
    }
  }

  private void onTool(ToolEvent event) {
    String id = event.call().callId();
    if (event instanceof ToolEvent.Requested) {
      callsOpen.add(id);
    } else if (event instanceof ToolEvent.Skipped) {
      callsOpen.remove(id);
    } else if (event instanceof ToolEvent.Answered answered) {
      callsOpen.remove(id);
      answers.put(id, answered);
      boolean completed = answered.ending() == ToolEvent.Ending.COMPLETED;
      log.add(
          "answers",
          event.call().name()
              + (completed ? " " : " " + answered.ending() + ": ")
              + answered.output());
    }
  }

  private void onReply(ReplyEvent event) {
    if (event instanceof ReplyEvent.Started) {
      replies++;
      audioSinceMs = null;
    } else if (event instanceof ReplyEvent.Partial partial) {
      beginnings.putIfAbsent(partial.itemId(), log.nowMs());
    } else if (event instanceof ReplyEvent.Audio audio) {
      beginnings.putIfAbsent(audio.itemId(), log.nowMs());
      audioSinceMs = audioSinceMs == null ? Long.valueOf(log.nowMs()) : audioSinceMs;
    } else if (event instanceof ReplyEvent.Transcript transcript) {
      replyTexts.add(
          new ReplyText(
              transcript.text(), beginnings.getOrDefault(transcript.itemId(), log.nowMs())));
      log.add("model", transcript.text());
    } else if (event instanceof ReplyEvent.Finished finished
        && finished.status() != ReplyEvent.Status.COMPLETED) {
      interruptions += finished.status() == ReplyEvent.Status.CANCELLED ? 1 : 0;
      log.add("model", "(" + finished.status().wireName() + " " + finished.reason() + ")");
    }
  }

  private void onSpeech(SpeechEvent event) {
    if (event instanceof SpeechEvent.Stopped) {
      pausesOfUser++;
    } else if (event instanceof SpeechEvent.Transcript transcript) {
      log.add("transcript", transcript.text());
    }
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls.values());
  }

  /** The arguments of a call as they may be shown. */
  synchronized String shown(Call call) {
    return log.shown(call.call());
  }

  /** What a call was answered; null until it is. */
  synchronized ToolEvent.@Nullable Answered answer(Call call) {
    return answers.get(call.call().callId());
  }

  /** Whether a tool runs. */
  synchronized boolean toolsRun() {
    return !callsOpen.isEmpty();
  }

  synchronized List<ReplyText> replyTexts() {
    return List.copyOf(replyTexts);
  }

  /** How many replies began. */
  synchronized int replies() {
    return replies;
  }

  synchronized int interruptions() {
    return interruptions;
  }

  /** How often the server found that the user had ended. */
  synchronized int pausesOfUser() {
    return pausesOfUser;
  }

  /** When the audio of the newest reply began; null if there is none yet. */
  synchronized @Nullable Long audioSinceMs() {
    return audioSinceMs;
  }

  synchronized boolean closed() {
    return closed;
  }

  /** How many events there were. */
  synchronized int count() {
    return count;
  }

  /** Lets everyone who waits look again. */
  synchronized void wake() {
    notifyAll();
  }

  /** Waits, by the machine's own time, for an event after so many. */
  synchronized void awaitNews(int seen, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    long leftMs = atMost.toMillis();
    while (count == seen && leftMs > 0) {
      wait(leftMs);
      leftMs = (deadline - System.nanoTime()) / 1_000_000;
    }
  }
}
