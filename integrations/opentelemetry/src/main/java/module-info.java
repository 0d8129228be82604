/** Traces and metrics of voice sessions for OpenTelemetry. */
module dev.parlando.opentelemetry {
  requires transitive dev.parlando.runtime;
  requires transitive io.opentelemetry.api;
  requires io.opentelemetry.context;
  requires static transitive org.jspecify;

  exports dev.parlando.opentelemetry;
}
