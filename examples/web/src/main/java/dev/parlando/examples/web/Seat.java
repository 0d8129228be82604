package dev.parlando.examples.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one page sits at a time: two that use the same microphone and play the same reply would
 * confuse each other and the model. Safe for use by many threads.
 */
final class Seat {

  private @Nullable PageLink page;
  private String tab = "";

  /** What became of the request for the seat. */
  record Taken(boolean granted, Optional<PageLink> before) {}

  /**
   * Sits down, if the seat is free, was this tab's anyway, or is to be taken over.
   *
   * @param newTab a name that a tab keeps when it is loaded again
   * @param takeOver whether to take it from another tab
   */
  synchronized Taken take(PageLink newPage, String newTab, boolean takeOver) {
    boolean own = !newTab.isEmpty() && newTab.equals(tab);
    if (page != null && !own && !takeOver) {
      return new Taken(false, Optional.empty());
    }
    Optional<PageLink> before = Optional.ofNullable(page);
    page = newPage;
    tab = newTab;
    return new Taken(true, before);
  }

  /** Stands up; of a page that does not sit there nothing happens. Returns whether it sat there. */
  synchronized boolean leave(PageLink leaving) {
    if (page != leaving) {
      return false;
    }
    page = null;
    return true;
  }

  /** Who sits there. */
  synchronized Optional<PageLink> page() {
    return Optional.ofNullable(page);
  }
}
