/**
 * Declarative voice agents: annotations, the contract of generated code, the Realtime protocol and
 * the session that speaks it.
 */
module dev.parlando.runtime {
  requires transitive tools.jackson.core;
  requires transitive tools.jackson.databind;
  requires static transitive org.jspecify;
  requires transitive jakarta.validation;
  requires org.java_websocket;
  requires org.slf4j;
  requires transitive java.net.http;
  requires static java.desktop;
  requires static io.opentelemetry.api;
  requires static io.opentelemetry.context;

  exports dev.parlando;
  exports dev.parlando.audio;
  exports dev.parlando.json;
  exports dev.parlando.rest;
  exports dev.parlando.session;
  exports dev.parlando.session.event;
  exports dev.parlando.telemetry;
  exports dev.parlando.transport;
  exports dev.parlando.realtime;
  exports dev.parlando.tool;
}
