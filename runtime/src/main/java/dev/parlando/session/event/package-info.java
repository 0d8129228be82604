/**
 * What a session tells its listeners. {@link dev.parlando.session.event.VoiceEvent} is the sealed
 * root of it all.
 *
 * <p>A <i>response</i> is the protocol's: anything that a server makes of one {@code
 * response.create}. A <i>reply</i> is a response that takes the conversation's floor: it is what
 * the user hears, one at a time. Only an out-of-band response is no reply.
 */
@NullMarked
package dev.parlando.session.event;

import org.jspecify.annotations.NullMarked;
