package dev.parlando.realtime;

import static dev.parlando.realtime.Kinds.PROSE;
import static dev.parlando.realtime.Kinds.TEXT;

import dev.parlando.realtime.ContentPart.InputAudio;
import dev.parlando.realtime.ContentPart.InputImage;
import dev.parlando.realtime.ContentPart.InputText;
import dev.parlando.realtime.ContentPart.OutputAudio;
import dev.parlando.realtime.ContentPart.OutputText;
import java.util.List;

/** How the content of messages looks on the wire. */
final class ContentShapes {

  /** The parts of an item. */
  static final Variants<ContentPart> IN_ITEM =
      input()
          .add("output_text", "text", OutputText.class, outputText())
          .add("output_audio", "audio", OutputAudio.class, outputAudio());

  /** The part of a {@code response.content_part} event: GA kept the short names there. */
  static final Variants<ContentPart> IN_EVENT =
      input()
          .add("text", OutputText.class, outputText())
          .read("output_text", OutputText.class)
          .add("audio", OutputAudio.class, outputAudio())
          .read("output_audio", OutputAudio.class);

  static final Kind<List<ContentPart>> LIST = Kinds.list(IN_ITEM);

  private ContentShapes() {}

  private static Variants<ContentPart> input() {
    return new Variants<ContentPart>(
            ContentPart.Unknown::new,
            part -> part instanceof ContentPart.Unknown other ? other.raw() : null)
        .add("input_text", InputText.class, inputText())
        .add("input_audio", InputAudio.class, inputAudio())
        .add("input_image", InputImage.class, inputImage());
  }

  private static Shape<InputText> inputText() {
    return Shape.define(
        InputText::extras,
        f -> {
          var text = f.field("text", PROSE, InputText::text);
          return o -> new InputText(o.get(text), o.extras());
        });
  }

  private static Shape<InputAudio> inputAudio() {
    return Shape.define(
        InputAudio::extras,
        f -> {
          var audio = f.field("audio", PROSE, InputAudio::audio);
          var transcript = f.field("transcript", PROSE, InputAudio::transcript);
          return o -> new InputAudio(o.get(audio), o.get(transcript), o.extras());
        });
  }

  private static Shape<InputImage> inputImage() {
    return Shape.define(
        InputImage::extras,
        f -> {
          var imageUrl = f.field("image_url", PROSE, InputImage::imageUrl);
          var detail = f.field("detail", TEXT, InputImage::detail);
          return o -> new InputImage(o.get(imageUrl), o.get(detail), o.extras());
        });
  }

  private static Shape<OutputText> outputText() {
    return Shape.define(
        OutputText::extras,
        f -> {
          var text = f.field("text", PROSE, OutputText::text);
          return o -> new OutputText(o.get(text), o.extras());
        });
  }

  private static Shape<OutputAudio> outputAudio() {
    return Shape.define(
        OutputAudio::extras,
        f -> {
          var audio = f.field("audio", PROSE, OutputAudio::audio);
          var transcript = f.field("transcript", PROSE, OutputAudio::transcript);
          return o -> new OutputAudio(o.get(audio), o.get(transcript), o.extras());
        });
  }
}
