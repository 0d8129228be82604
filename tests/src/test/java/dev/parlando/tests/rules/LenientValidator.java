package dev.parlando.tests.rules;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.BeanDescriptor;
import java.util.Set;

/** Finds nothing wrong with anything, and looks for locks. */
final class LenientValidator implements Validator {

  @Override
  public <T> Set<ConstraintViolation<T>> validate(T object, Class<?>... groups) {
    LockWatch.look("validator");
    return Set.of();
  }

  @Override
  public <T> Set<ConstraintViolation<T>> validateProperty(
      T object, String propertyName, Class<?>... groups) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> Set<ConstraintViolation<T>> validateValue(
      Class<T> beanType, String propertyName, Object value, Class<?>... groups) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BeanDescriptor getConstraintsForClass(Class<?> type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ExecutableValidator forExecutables() {
    throw new UnsupportedOperationException();
  }
}
