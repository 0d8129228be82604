package dev.parlando.examples.web;

import dev.parlando.realtime.SessionConfig;
import dev.parlando.realtime.Transcription;
import dev.parlando.tool.ToolSet;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Brings pages, the conversation and the feed together. Safe for use by many threads. */
final class ConsoleDesk implements PageLink.Console, BrowserSink.Page, AutoCloseable {

  private final String feedId = UUID.randomUUID().toString().substring(0, 8);
  private final Feed feed = new Feed();
  private final Seat seat = new Seat();
  private final ToolSet tools;
  private final Model model;
  private final Duration grace;
  private final ExecutorService threads = Executors.newCachedThreadPool(ConsoleDesk::daemon);
  private final ScheduledThreadPoolExecutor lane =
      new ScheduledThreadPoolExecutor(1, ConsoleDesk::daemon);
  private final Conversation conversation;
  private final HandCalls handCalls;
  private @Nullable ScheduledFuture<?> ending;

  /**
   * @param grace how long a session goes on when its page is gone
   */
  ConsoleDesk(ToolSet tools, Model model, Transcription transcription, Duration grace) {
    this.tools = tools;
    this.model = model;
    this.grace = grace;
    // After the end nobody reads what still comes.
    lane.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    FeedWriter writer =
        new FeedWriter(feed, tools, lane, () -> seat.page().ifPresent(PageLink::fetch));
    SessionConfig config = SessionConfig.builder().transcription(transcription).build();
    this.conversation = new Conversation(tools, model.endpoint(), config, writer, this, threads);
    this.handCalls = new HandCalls(tools, threads);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "parlando-console");
    thread.setDaemon(true);
    return thread;
  }

  Feed feed() {
    return feed;
  }

  String feedId() {
    return feedId;
  }

  /**
   * A page is there.
   *
   * @param tab a name that a tab keeps when it is loaded again
   * @param takeOver whether it takes the place of another tab
   */
  void arrived(PageLink page, String tab, boolean takeOver) {
    Seat.Taken taken = seat.take(page, tab, takeOver);
    if (!taken.granted()) {
      page.close(PageLink.OCCUPIED, "The console is open in another tab");
      return;
    }
    taken.before().ifPresent(old -> old.close(PageLink.MOVED, "Another tab took the console over"));
    stay();
    if (feed.from(0, 1).end() == 0) {
      conversation.start();
    }
    page.send(hello());
    page.fetch();
  }

  /** A session that nobody watches would go on to cost, so it ends; but not for a mere reload. */
  @Override
  public void left(PageLink page) {
    if (seat.leave(page)) {
      synchronized (this) {
        ending = lane.schedule(this::endUnwatched, grace.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private void endUnwatched() {
    if (seat.page().isEmpty()) {
      threads.execute(conversation::end);
    }
  }

  private synchronized void stay() {
    if (ending != null) {
      ending.cancel(false);
      ending = null;
    }
  }

  private String hello() {
    ObjectNode hello =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "hello")
            .put("feed", feedId)
            .put("capacity", Feed.MAX_FRAMES)
            .put("generation", conversation.generation())
            .put("state", conversation.state())
            .put("vad", conversation.vad())
            .put("endpoint", model.name());
    hello.putObject("agent").put("voice", tools.agent().voice()).put("name", agentName());
    hello.set("tools", Catalogue.of(tools));
    return hello.toString();
  }

  private String agentName() {
    String name = tools.getClass().getSimpleName();
    return name.endsWith("Tools") ? name.substring(0, name.length() - "Tools".length()) : name;
  }

  @Override
  public void asked(PageLink page, PageFrame frame) throws RefusedFrameException {
    requireSeated(page);
    if (frame instanceof PageFrame.CallByHand call) {
      handCalls.call(call, page::send);
    } else {
      conversation.handle(frame);
    }
  }

  @Override
  public void spoke(PageLink page, byte[] pcm) {
    if (seat.page().filter(page::equals).isPresent()) {
      conversation.append(pcm);
    }
  }

  private void requireSeated(PageLink page) throws RefusedFrameException {
    if (seat.page().filter(page::equals).isEmpty()) {
      throw new RefusedFrameException("The console is open in another tab.");
    }
  }

  @Override
  public void play(int generation, String itemId, int contentIndex, byte[] pcm) {
    seat.page().ifPresent(page -> page.play(generation, itemId, contentIndex, pcm));
  }

  @Override
  public void flush(int generation) {
    seat.page()
        .ifPresent(page -> page.send("{\"type\":\"flush\",\"generation\":" + generation + "}"));
  }

  @Override
  public void close() {
    conversation.close();
    threads.shutdownNow();
    lane.shutdownNow();
  }
}
