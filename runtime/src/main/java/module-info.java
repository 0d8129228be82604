/** The Realtime protocol, and the sessions that speak it. */
module dev.parlando.runtime {
  requires transitive dev.parlando.tools;
  requires transitive tools.jackson.core;
  requires transitive tools.jackson.databind;
  requires static transitive org.jspecify;
  requires transitive jakarta.validation;
  requires org.java_websocket;
  requires org.slf4j;
  requires transitive java.net.http;
  requires static java.desktop;

  exports dev.parlando.audio;
  exports dev.parlando.rest;
  exports dev.parlando.session;
  exports dev.parlando.session.event;
  exports dev.parlando.session.options;
  exports dev.parlando.time;
  exports dev.parlando.transport;
  exports dev.parlando.transport.http;
  exports dev.parlando.transport.javawebsocket;
  exports dev.parlando.realtime;
}
