package quarkus.todo;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parlando.DefaultValue;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** A bean of application scope: public methods, no final class, stages as results. */
public class TodoResource {

  protected TodoResource() {}

  @Tool("All to-dos of a list")
  public CompletionStage<List<Todo>> list(@DefaultValue("inbox") String list, @DefaultValue("false") boolean done) {
    return null;
  }

  @Tool(value = "Adds a to-do", effect = SideEffect.WRITE)
  public CompletionStage<Todo> add(NewTodo todo) {
    return null;
  }

  @Tool(value = "Marks to-dos as done", effect = SideEffect.WRITE)
  public CompletionStage<Void> complete(Set<UUID> ids) {
    return null;
  }

  @Tool(value = "Moves a to-do to another list", effect = SideEffect.WRITE)
  public CompletionStage<Optional<Todo>> move(UUID id, @NotBlank String to) {
    return null;
  }

  @Tool(value = "Deletes a to-do", effect = SideEffect.IRREVERSIBLE)
  public void delete(UUID id) {}

  @Tool("Counts by list")
  public Map<String, Count> counts() {
    return Map.of();
  }

  @Tool("What is due")
  public List<Todo> due(Optional<LocalDate> until, @PositiveOrZero @DefaultValue("10") long limit) {
    return List.of();
  }

  @Tool("Finds to-dos that look like one")
  public Iterable<Todo> similar(Todo to) {
    return List.of();
  }

  @Tool(value = "Shares a list", effect = SideEffect.WRITE)
  public Share share(String list, Share.Right right, List<String> with) {
    return null;
  }

  @Tool("How the day went")
  public String summary() {
    return "";
  }

  public record NewTodo(
      @NotBlank @JsonAlias({"text", "name"}) String title,
      @JsonProperty("due_on") Optional<LocalDate> due,
      Set<String> labels,
      @JsonIgnore @DefaultValue("voice") String source) {}

  public record Todo(UUID id, String title, Optional<LocalDate> due, boolean done, Instant created) {}

  public record Count(int open, int done) {}

  public record Share(String list, Right right, List<String> with) {

    public enum Right {
      @JsonProperty("r")
      READ,
      @JsonProperty("rw")
      WRITE
    }
  }
}
