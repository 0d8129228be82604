/**
 * What voice agents are tested with: {@link dev.parlando.testkit.LocalRealtime}, a Realtime server
 * that runs inside a process, and the brains that answer in it.
 */
module dev.parlando.testkit {
  requires transitive dev.parlando.runtime;
  requires transitive tools.jackson.databind;
  requires static transitive org.jspecify;
  requires io.github.javadiffutils;
  requires java.desktop;
  requires java.xml;
  requires org.eclipse.jetty.io;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.util;
  requires org.eclipse.jetty.websocket.api;
  requires org.eclipse.jetty.websocket.server;
  requires org.slf4j;
  requires tools.jackson.dataformat.yaml;
  // Only who has JUnit makes tests of scenarios.
  requires static transitive org.junit.jupiter.api;

  uses dev.parlando.testkit.observe.RealtimeObserver;
  uses dev.parlando.testkit.scenario.AgentProvider;

  exports dev.parlando.testkit;
  exports dev.parlando.testkit.brain;
  exports dev.parlando.testkit.fault;
  exports dev.parlando.testkit.lock;
  exports dev.parlando.testkit.observe;
  exports dev.parlando.testkit.recording;
  exports dev.parlando.testkit.replay;
  exports dev.parlando.testkit.scenario;
  exports dev.parlando.testkit.speech;
  exports dev.parlando.testkit.time;
  // No API: Jetty finds the methods of a socket by a public lookup.
  exports dev.parlando.testkit.internal.socket;
}
