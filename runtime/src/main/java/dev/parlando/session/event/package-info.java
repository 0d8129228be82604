/**
 * What a session tells its listener. {@link dev.parlando.session.event.VoiceEvent} is the sealed
 * root of it all.
 */
@NullMarked
package dev.parlando.session.event;

import org.jspecify.annotations.NullMarked;
