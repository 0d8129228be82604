package dev.parlando.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parlando.session.event.VoiceEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Java 17 has no switch that the compiler finds complete, so this feeds every event there is: a new
 * one that no method of the listener is told of fails here.
 */
class ListenerCallsTest {

  private final List<Method> called = new ArrayList<>();

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(ListenerCallsTest::leaves)
        : Stream.of(type);
  }

  private static VoiceEvent event(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values = Stream.of(types).map(ListenerCallsTest::nothing).toArray();
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    return (VoiceEvent) constructor.newInstance(values);
  }

  private static Object nothing(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == List.class) {
      return List.of();
    }
    return type == String.class ? "" : null;
  }

  private ListenerCalls calls(RuntimeException thrown) {
    VoiceListener listener =
        (VoiceListener)
            Proxy.newProxyInstance(
                VoiceListener.class.getClassLoader(),
                new Class<?>[] {VoiceListener.class},
                (proxy, method, arguments) -> {
                  called.add(method);
                  if (thrown != null) {
                    throw thrown;
                  }
                  return null;
                });
    return new ListenerCalls(null, listener);
  }

  @Test
  void everyEventComesToAMethodOfItsKindAndEveryMethodHasAnEvent() throws Throwable {
    Set<Method> everCalled = new HashSet<>();
    for (Class<?> type : leaves(VoiceEvent.class).toList()) {
      called.clear();
      calls(null).tell(event(type));
      assertThat(called).as(type.getName()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
      assertThat(called.get(0).getName()).isEqualTo("on");
      assertThat(called)
          .allSatisfy(method -> assertThat(method.getParameterTypes()[1]).isAssignableFrom(type));
      everCalled.addAll(called);
    }
    assertThat(everCalled).containsExactlyInAnyOrder(VoiceListener.class.getDeclaredMethods());
  }

  @Test
  void whatOneMethodThrowsKeepsNoOtherFromBeingCalled() throws Throwable {
    for (Class<?> type : leaves(VoiceEvent.class).toList()) {
      called.clear();
      calls(null).tell(event(type));
      List<Method> usual = List.copyOf(called);
      called.clear();
      IllegalStateException thrown = new IllegalStateException("a bug of the application");
      ListenerCalls calls = calls(thrown);
      assertThat(catchThrowable(() -> calls.tell(event(type)))).isSameAs(thrown);
      assertThat(called).isEqualTo(usual);
    }
  }
}
