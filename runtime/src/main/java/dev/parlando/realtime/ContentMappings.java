package dev.parlando.realtime;

import static dev.parlando.wire.JsonTypes.PROSE;
import static dev.parlando.wire.JsonTypes.TEXT;

import dev.parlando.realtime.ContentPart.InputAudio;
import dev.parlando.realtime.ContentPart.InputImage;
import dev.parlando.realtime.ContentPart.InputText;
import dev.parlando.realtime.ContentPart.OutputAudio;
import dev.parlando.realtime.ContentPart.OutputText;
import dev.parlando.wire.JsonType;
import dev.parlando.wire.JsonTypes;
import dev.parlando.wire.ObjectMapping;
import dev.parlando.wire.TaggedUnion;
import java.util.List;

/** How the content of messages looks on the wire. */
final class ContentMappings {

  /** The parts of an item. */
  static final TaggedUnion<ContentPart> IN_ITEM =
      input()
          .add("output_text", "text", OutputText.class, outputText())
          .add("output_audio", "audio", OutputAudio.class, outputAudio());

  /** The part of a {@code response.content_part} event: GA kept the short names there. */
  static final TaggedUnion<ContentPart> IN_EVENT =
      input()
          .add("text", OutputText.class, outputText())
          .read("output_text", OutputText.class)
          .add("audio", OutputAudio.class, outputAudio())
          .read("output_audio", OutputAudio.class);

  static final JsonType<List<ContentPart>> LIST = JsonTypes.list(IN_ITEM);

  private ContentMappings() {}

  private static TaggedUnion<ContentPart> input() {
    return new TaggedUnion<ContentPart>(
            ContentPart.Unknown::new,
            part -> part instanceof ContentPart.Unknown other ? other.raw() : null)
        .add("input_text", InputText.class, inputText())
        .add("input_audio", InputAudio.class, inputAudio())
        .add("input_image", InputImage.class, inputImage());
  }

  private static ObjectMapping<InputText> inputText() {
    return RealtimeMapping.define(
        InputText::extras,
        f -> {
          var text = f.field("text", PROSE, InputText::text);
          return o -> new InputText(o.get(text), Extras.of(o));
        });
  }

  private static ObjectMapping<InputAudio> inputAudio() {
    return RealtimeMapping.define(
        InputAudio::extras,
        f -> {
          var audio = f.field("audio", PROSE, InputAudio::audio);
          var transcript = f.field("transcript", PROSE, InputAudio::transcript);
          return o -> new InputAudio(o.get(audio), o.get(transcript), Extras.of(o));
        });
  }

  private static ObjectMapping<InputImage> inputImage() {
    return RealtimeMapping.define(
        InputImage::extras,
        f -> {
          var imageUrl = f.field("image_url", PROSE, InputImage::imageUrl);
          var detail = f.field("detail", TEXT, InputImage::detail);
          return o -> new InputImage(o.get(imageUrl), o.get(detail), Extras.of(o));
        });
  }

  private static ObjectMapping<OutputText> outputText() {
    return RealtimeMapping.define(
        OutputText::extras,
        f -> {
          var text = f.field("text", PROSE, OutputText::text);
          return o -> new OutputText(o.get(text), Extras.of(o));
        });
  }

  private static ObjectMapping<OutputAudio> outputAudio() {
    return RealtimeMapping.define(
        OutputAudio::extras,
        f -> {
          var audio = f.field("audio", PROSE, OutputAudio::audio);
          var transcript = f.field("transcript", PROSE, OutputAudio::transcript);
          return o -> new OutputAudio(o.get(audio), o.get(transcript), Extras.of(o));
        });
  }
}
