/** What responses used, in tokens by modality. Each response counts once. */
export class Usage {
  responses = 0;
  input = { text: 0, audio: 0, image: 0, cached: 0 };
  output = { text: 0, audio: 0 };
  total = 0;

  add(usage) {
    if (!usage) return;
    const taken = usage.input_token_details ?? {};
    const made = usage.output_token_details ?? {};
    this.responses++;
    this.input.text += taken.text_tokens ?? 0;
    this.input.audio += taken.audio_tokens ?? 0;
    this.input.image += taken.image_tokens ?? 0;
    this.input.cached += taken.cached_tokens ?? 0;
    this.output.text += made.text_tokens ?? 0;
    this.output.audio += made.audio_tokens ?? 0;
    this.total += usage.total_tokens ?? 0;
  }
}
