package mcp.database;

import dev.parlando.DefaultValue;
import dev.parlando.Describe;
import dev.parlando.Sensitive;
import dev.parlando.SideEffect;
import dev.parlando.Tool;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Queries as trees of records, rows as maps, limits on everything. */
class DatabaseServer {

  @Tool(value = "Runs a SELECT", timeoutMillis = 10_000, maxOutputChars = 20_000)
  Rows query(@NotBlank String sql, @DefaultValue("100") @Min(1) @Max(1000) int limit, Map<String, JsonNode> parameters) {
    return null;
  }

  @Tool(value = "Runs INSERT, UPDATE or DELETE", effect = SideEffect.IRREVERSIBLE, sequential = true, maxConcurrent = 1)
  int execute(@NotBlank String sql, @Describe("In the order of the question marks") List<JsonNode> parameters) {
    return 0;
  }

  @Tool("Lists tables")
  List<String> listTables(Optional<String> schema) {
    return List.of();
  }

  @Tool("Describes a table")
  Table describeTable(@Pattern(regexp = "[a-z_][a-z0-9_]{0,62}") String table) {
    return null;
  }

  @Tool("Rows that fulfil a condition")
  List<Map<String, Object_>> find(String table, Condition where, List<Order> orderBy) {
    return List.of();
  }

  @Tool("Counts rows by group")
  Map<String, Long> countBy(String table, String column, Optional<Condition> where) {
    return Map.of();
  }

  @Tool("The plan of a query")
  Plan explain(String sql) {
    return null;
  }

  @Tool(value = "Imports rows", effect = SideEffect.WRITE)
  ImportReport importRows(String table, @Size(min = 1, max = 500) List<@Size(min = 1) Map<String, String>> rows, Set<Option> options) {
    return null;
  }

  @Tool("Connects to another database")
  boolean connect(java.net.URI url, @Sensitive Credentials credentials) {
    return true;
  }

  @Tool("Size and age of a database")
  Health health() {
    return null;
  }

  record Rows(List<String> columns, List<List<String>> values, boolean more) {}

  record Table(String name, List<Column> columns, Set<String> primaryKey) {}

  record Column(String name, String type, boolean nullable) {}

  record Object_(String text, BigDecimal number) {}

  record Order(String column, @DefaultValue("ASC") Direction direction) {}

  sealed interface Condition {}

  record Equals(String column, String value) implements Condition {}

  record Between(String column, BigDecimal from, BigDecimal to) implements Condition {}

  record And(@Size(min = 2) List<Condition> all) implements Condition {}

  record Or(@Size(min = 2) List<Condition> any) implements Condition {}

  record Not(Condition condition) implements Condition {}

  record Plan(String node, double cost, List<Plan> inner) {}

  record ImportReport(int imported, Map<Integer, String> refused) {}

  record Credentials(String user, @Size(min = 1) String password) {}

  record Health(long bytes, Instant started) {}

  enum Direction { ASC, DESC }

  enum Option { IGNORE_DUPLICATES, TRUNCATE_FIRST }
}
