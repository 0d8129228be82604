/**
 * What applications write: annotations. {@link dev.parlando.VoiceAgent} marks a class whose {@link
 * dev.parlando.Tool} methods a voice model may call; the annotation processor reads them at compile
 * time and nothing reads them at run time.
 */
@NullMarked
package dev.parlando;

import org.jspecify.annotations.NullMarked;
