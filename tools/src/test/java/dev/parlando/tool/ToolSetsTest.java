package dev.parlando.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

/** Tool sets of objects that are known only at run time, proxies of real frameworks among them. */
class ToolSetsTest {

  private static String timeBy(ToolSet tools) {
    return tools.definitions().get(0).description();
  }

  @Test
  void anObjectOfTheClassHasTheGeneratedSet() {
    assertThat(timeBy(ToolSets.of(new Named()))).isEqualTo("named");
    assertThat(ToolSets.find(new Named())).isPresent();
    assertThat(ToolSets.existFor(Named.class)).isTrue();
  }

  @Test
  void aProxyThatWasMadeWhenTheApplicationWasBuiltStaysInEffect() {
    assertThat(timeBy(ToolSets.of(new Named_Subclass()))).isEqualTo("named by proxy");
    assertThat(ToolSets.existFor(Named_Subclass.class)).isTrue();
  }

  @Test
  void aProxyOfSpringStaysInEffect() {
    ProxyFactory factory = new ProxyFactory(new Named());
    factory.setProxyTargetClass(true);
    factory.addAdvice((MethodInterceptor) invocation -> "secured " + invocation.proceed());
    assertThat(timeBy(ToolSets.of(factory.getProxy()))).isEqualTo("secured named");
  }

  @Test
  void aProxyOfWeldIsFound() {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Named.class)
            .initialize()) {
      Named proxy = container.select(Named.class).get();
      assertThat(proxy.getClass()).isNotEqualTo(Named.class);
      assertThat(timeBy(ToolSets.of(proxy))).isEqualTo("named");
    }
  }

  @Test
  void whatHasNoToolsHasNoSet() {
    assertThat(ToolSets.find("text")).isEmpty();
    assertThat(ToolSets.find(new Object())).isEmpty();
    assertThat(ToolSets.existFor(String.class)).isFalse();
    assertThatThrownBy(() -> ToolSets.of("text"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("java.lang.StringTools")
        .hasMessageContaining("annotationProcessorPaths");
  }

  @Test
  void aClassThatOnlyHasTheNameIsNoSet() {
    assertThat(ToolSets.find(new Impostor())).isEmpty();
  }

  @Test
  void aSetOfAnotherVersionSaysWhatToDo() {
    assertThatThrownBy(() -> ToolSets.find(new Outdated()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("compile")
        .hasMessageContaining("anew");
  }
}

/** An annotated class of a package. */
@ApplicationScoped
class Named {

  String name() {
    return "named";
  }
}

/** What the processor would generate for it. */
record NamedTools(Named named) implements ToolSet {

  @Override
  public List<ToolDefinition> definitions() {
    return List.of(ToolDefinition.of("name", named.name(), "{}"));
  }

  @Override
  public ToolInvocation prepare(ToolCall call, ArgumentOptions options) {
    return context -> ToolResult.text(named.name());
  }
}

/** As Quarkus names the classes that it makes when it builds. */
final class Named_Subclass extends Named {

  @Override
  String name() {
    return super.name() + " by proxy";
  }
}

/** A class beside which another happens to have the name of a generated one. */
final class Impostor {}

final class ImpostorTools {}

/** A class whose set is not as this version makes them. */
final class Outdated {}

record OutdatedTools() implements ToolSet {

  @Override
  public List<ToolDefinition> definitions() {
    return List.of();
  }

  @Override
  public ToolInvocation prepare(ToolCall call, ArgumentOptions options) {
    return context -> ToolResult.none();
  }
}
