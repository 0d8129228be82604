package spring.helpdesk;

import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.Sensitive;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Tools that come from a generic base class and from interfaces. */
class TicketController extends CrudTools<TicketController.Ticket, Long> implements Searchable {

  @Tool(value = "Opens a ticket", effect = SideEffect.WRITE)
  Ticket openTicket(
      @Describe("One line") @Size(min = 5, max = 120) String title,
      @Describe("All that the user said") String description,
      @DefaultValue("NORMAL") Priority priority,
      Optional<Long> assignee,
      Collection<String> tags) {
    return null;
  }

  @Tool(value = "Closes a ticket", effect = SideEffect.WRITE)
  void closeTicket(long id, Resolution resolution) {}

  @Tool(value = "Writes a comment", effect = SideEffect.WRITE)
  Comment comment(long id, @NotNull String text, @DefaultValue("false") Boolean internal) {
    return null;
  }

  @Tool("Tickets in numbers")
  Map<Priority, Map<String, Long>> statistics(OffsetDateTime since) {
    return Map.of();
  }

  @Tool("Links two tickets")
  boolean link(long from, long to, LinkKind kind) {
    return false;
  }

  @Override
  @Tool("Finds tickets by words in them")
  public List<Hit> search(String words, int limit) {
    return List.of();
  }

  @Tool("Asks the directory who somebody is")
  Person person(PersonQuery query) {
    return null;
  }

  @Tool(value = "Resets a password", effect = SideEffect.IRREVERSIBLE)
  String resetPassword(@Sensitive String user, @Sensitive @Size(min = 4, max = 4) String pin) {
    return "";
  }

  @Override
  public Ticket byId(Long id) {
    return null;
  }

  record Ticket(long id, String title, Priority priority, State state, List<Comment> comments) {}

  record Comment(String author, String text, Instant at) {}

  record Person(String name, SortedSet<String> groups, Optional<Person> manager) {}

  sealed interface PersonQuery {
    record ByName(String name) implements PersonQuery {}

    record ByPhone(String number) implements PersonQuery {}

    record ByTicket(long ticket) implements PersonQuery {}
  }

  enum Priority { LOW, NORMAL, HIGH, CRITICAL }

  enum State { OPEN, WAITING, CLOSED }

  enum Resolution { FIXED, DUPLICATE, WONT_FIX }

  enum LinkKind { BLOCKS, RELATES_TO }
}
