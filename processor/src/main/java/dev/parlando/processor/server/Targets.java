package dev.parlando.processor.server;

import dev.parlando.processor.server.Target.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The servers that an application's tools are for. */
public final class Targets {

  private final Set<Target> named;
  private final boolean silent;
  private final List<String> unknown;

  private Targets(Set<Target> named, boolean silent, List<String> unknown) {
    this.named = named;
    this.silent = silent;
    this.unknown = unknown;
  }

  /**
   * The servers of the option.
   *
   * @param option their names, with commas; {@code null}: nothing is said
   */
  public static Targets of(@Nullable String option) {
    Set<Target> named = EnumSet.noneOf(Target.class);
    List<String> unknown = new ArrayList<>();
    for (String id : option == null ? new String[0] : option.split(",", -1)) {
      String wanted = id.trim().toLowerCase(Locale.ROOT);
      Arrays.stream(Target.values())
          .filter(target -> target.id().equals(wanted))
          .findFirst()
          .ifPresentOrElse(named::add, () -> unknown.add(id.trim()));
    }
    return new Targets(named, option == null, List.copyOf(unknown));
  }

  /** Whether it is of interest what any server refuses. */
  boolean isAnyNamed() {
    return !named.isEmpty();
  }

  /** What the option names that is no server. */
  List<String> unknown() {
    return unknown;
  }

  /** All names that there are. */
  static String known() {
    return Arrays.stream(Target.values()).map(Target::id).collect(Collectors.joining(", "));
  }

  /** Whether tools may go out in strict mode. Without the option, they may. */
  boolean mayBeStrict() {
    return silent || named.contains(Target.STRICT);
  }

  /** The servers that can't have so many tools. OpenAI counts where nothing is said. */
  List<Target> overrunBy(int tools) {
    Set<Target> meant = silent ? EnumSet.of(Target.OPENAI) : named;
    List<Target> overrun = new ArrayList<>();
    for (Target target : meant) {
      if (tools > target.maxTools()) {
        overrun.add(target);
      }
    }
    return overrun;
  }

  /** The names of the servers that refuse something; empty if none does. */
  String refusing(Feature feature) {
    return named.stream()
        .filter(target -> target.refuses(feature))
        .map(Target::id)
        .collect(Collectors.joining(", "));
  }
}
