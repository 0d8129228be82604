package dev.parlando.tests.soak;

import dev.parlando.session.VoiceListener;
import dev.parlando.session.VoiceSession;
import dev.parlando.session.event.Failure;
import dev.parlando.session.event.ReplyEvent;
import dev.parlando.session.event.TurnEvent;
import dev.parlando.session.event.VoiceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;

/**
 * Asks question after question in every session, each with a number of its own, and counts how
 * often each is answered. The next question follows some time after the answer.
 */
final class Questions implements VoiceListener {

  /** One that was asked. */
  private static final class Question {
    private final long askedNanos = System.nanoTime();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile long waitedMs = -1;
  }

  private final ScheduledExecutorService timer;
  private final SplittableRandom random = new SplittableRandom();
  private final Map<Long, Question> questions = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();
  private volatile boolean over;

  final AtomicInteger reconnects = new AtomicInteger();
  final AtomicInteger givenUp = new AtomicInteger();
  final ConcurrentLinkedQueue<String> oddities = new ConcurrentLinkedQueue<>();

  Questions(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  void ask(VoiceSession session) {
    if (!over) {
      long number = last.incrementAndGet();
      questions.put(number, new Question());
      session.sendText("Please repeat n" + number + "n");
    }
  }

  /** No more questions. */
  void stop() {
    over = true;
  }

  @Override
  public void on(VoiceSession session, VoiceEvent event) {
    if (event instanceof ReplyEvent.Transcript reply) {
      Matcher numbers = RepeatingBrain.NUMBER.matcher(reply.text());
      while (numbers.find()) {
        answered(session, Long.parseLong(numbers.group(1)));
      }
    } else if (event instanceof VoiceEvent.Reconnected) {
      reconnects.incrementAndGet();
    } else if (event instanceof TurnEvent.GivenUp) {
      givenUp.incrementAndGet();
    } else if (event instanceof Failure
        || (event instanceof VoiceEvent.Closed closed
            && closed.cause() != VoiceEvent.Closed.Cause.APPLICATION)) {
      oddities.add(event.toString());
    }
  }

  private void answered(VoiceSession session, long number) {
    Question question = questions.get(number);
    if (question == null) {
      oddities.add("an answer to a question that nobody asked: " + number);
    } else if (question.answers.incrementAndGet() == 1) {
      question.waitedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - question.askedNanos);
      var unused = timer.schedule(() -> ask(session), pauseMs(), TimeUnit.MILLISECONDS);
    }
  }

  private synchronized long pauseMs() {
    return random.nextLong(1_000, 3_000);
  }

  int count() {
    return questions.size();
  }

  /** The numbers of the questions that were answered this often, in order. */
  List<Long> answered(int times) {
    return questions.entrySet().stream()
        .filter(entry -> entry.getValue().answers.get() == times)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** How long the callers waited, in ms, in ascending order. */
  List<Long> waits() {
    List<Long> waits = new ArrayList<>();
    questions.values().stream()
        .map(question -> question.waitedMs)
        .filter(ms -> ms >= 0)
        .sorted()
        .forEach(waits::add);
    return waits;
  }
}
