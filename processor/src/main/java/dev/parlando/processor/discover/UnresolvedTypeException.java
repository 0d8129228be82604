package dev.parlando.processor.discover;

import java.util.Optional;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Thrown when a type is not there: not yet, if another processor still generates it. */
public final class UnresolvedTypeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Element user;

  UnresolvedTypeException(String type) {
    this(type, null);
  }

  private UnresolvedTypeException(String type, @Nullable Element user) {
    super(type, null, false, false);
    this.user = user;
  }

  /** The same, if it is not known yet which element has the type. */
  UnresolvedTypeException usedBy(Element element) {
    return user == null ? new UnresolvedTypeException(type(), element) : this;
  }

  /** The type as the source names it. */
  public String type() {
    return String.valueOf(getMessage());
  }

  /** The element that has the type, if that is known. */
  public Optional<Element> user() {
    return Optional.ofNullable(user);
  }
}
