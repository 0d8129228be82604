package dev.parlando.internal.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one log of a session, under the name that applications know. */
final class SessionLog {

  static final Logger LOG = LoggerFactory.getLogger("dev.parlando.session.VoiceSession");

  private SessionLog() {}
}
