import { Usage } from './usage.js';
import { Latency } from './latency.js';
import { Calls } from './calls.js';

const KEPT = 2_000;

/** What the events tell: who spoke when, what was heard of it, what was called, what it took. */
export class Story {
  timed = true;
  session = {};
  limits = [];
  speech = [];
  texts = [];
  outputs = new Map();
  replies = new Map();
  marks = [];
  usage = new Usage();
  latency = new Latency();
  calls = new Calls();
  #speaking = null;
  #firstAppend = null;
  #waitingTexts = 0;
  #archived = 0;

  /** How long so many bytes of audio last, in ms. */
  ms(bytes = 0, dir = 'server') {
    const format = dir === 'server' ? this.session.outputFormat : this.session.inputFormat;
    return bytes / (/pcmu|pcma|g711/.test(format ?? '') ? 8 : 48);
  }

  /** An event of the protocol. */
  wire(dir, event, at, bytes, number) {
    if (dir === 'client') this.#sent(event, at, number);
    else this.#received(event, at, bytes, number);
  }

  /** Another server's ids may be the same as those that are known: these are known no more. */
  archive() {
    const mark = `@${++this.#archived}`;
    const archived = (map, rename) =>
      new Map([...map].map(([id, thing]) => [id + mark, rename(thing)]));
    this.outputs = archived(this.outputs, (output) =>
      Object.assign(output, { id: output.id + mark, responseId: output.responseId + mark }),
    );
    this.replies = archived(this.replies, (reply) => Object.assign(reply, { id: reply.id + mark }));
    this.speech.forEach((speech) => (speech.id += mark));
    this.calls.archive(mark);
    this.#speaking = null;
    this.#firstAppend = null;
    this.#waitingTexts = 0;
  }

  /** What the session told beside the protocol. */
  told(frame, at, number) {
    if (frame.type === 'tool') this.calls.told(frame, at);
    else if (frame.type === 'reply') this.calls.answeredBy(frame.answers, frame.responseId);
    else if (frame.type === 'failure') this.#mark(at, 'error', frame.message, number);
    else if (frame.type === 'state' && frame.state !== 'connecting') {
      this.#mark(at, 'session', `session ${frame.state}`, number);
    }
  }

  #sent(event, at, number) {
    switch (event.type) {
      case 'conversation.item.create':
        if (event.item?.type === 'function_call_output') this.calls.sent(event.item, at, number);
        else if (event.item?.role === 'user') {
          this.#waitingTexts++;
          this.#text(event.item, at, number);
        }
        break;
      case 'input_audio_buffer.append':
        this.#firstAppend ??= at;
        break;
      case 'input_audio_buffer.clear':
        this.#firstAppend = null;
        break;
      case 'input_audio_buffer.commit':
        // Push to talk: nobody else tells when the user spoke.
        if (!this.#speaking && this.#firstAppend !== null) {
          this.#speaking = this.#keep(this.speech, {
            id: '',
            from: this.#firstAppend,
            to: at,
            text: '',
            number,
          });
        }
        this.latency.turnEnded('speech', at);
        break;
      case 'response.create':
        this.#mark(at, 'create', 'response.create', number);
        break;
      case 'response.cancel':
        this.#mark(at, 'cancel', 'response.cancel', number);
        break;
      case 'conversation.item.truncate': {
        const output = this.outputs.get(event.item_id);
        if (output) output.cutMs = event.audio_end_ms;
        this.#mark(at, 'truncate', `truncate at ${event.audio_end_ms} ms`, number);
        break;
      }
      case 'conversation.item.delete': {
        const output = this.outputs.get(event.item_id);
        if (output) output.cutMs = 0;
        this.#mark(at, 'truncate', 'delete, unheard', number);
        break;
      }
    }
  }

  #received(event, at, bytes, number) {
    const type = event.type ?? '';
    if (/^session\.(created|updated)$/.test(type)) this.#configured(event.session ?? {});
    else if (type === 'input_audio_buffer.speech_started') {
      this.#speaking = this.#keep(this.speech, {
        id: event.item_id,
        from: at,
        to: null,
        text: '',
        number,
      });
    } else if (type === 'input_audio_buffer.speech_stopped') {
      if (this.#speaking) this.#speaking.to = at;
      this.latency.turnEnded('speech', at);
    } else if (type === 'input_audio_buffer.committed') {
      if (this.#speaking) this.#speaking.id ||= event.item_id;
      this.#speaking = null;
      this.#firstAppend = null;
    } else if (type.startsWith('conversation.item.input_audio_transcription.'))
      this.#transcribed(event);
    else if (/^conversation\.item\.(added|created)$/.test(type))
      this.#item(event.item ?? {}, at, number);
    else if (type.startsWith('response.')) this.#response(event, at, bytes, number);
    else if (type === 'rate_limits.updated') this.limits = event.rate_limits ?? [];
    else if (type === 'error') this.#mark(at, 'error', event.error?.message ?? 'error', number);
  }

  #configured(session) {
    const known = this.session;
    this.session = {
      id: session.id ?? known.id,
      model: session.model ?? known.model,
      voice: session.audio?.output?.voice ?? session.voice ?? known.voice,
      expiresAt: session.expires_at ?? known.expiresAt,
      outputFormat:
        session.audio?.output?.format?.type ?? session.output_audio_format ?? known.outputFormat,
      inputFormat:
        session.audio?.input?.format?.type ?? session.input_audio_format ?? known.inputFormat,
    };
  }

  #item(item, at, number) {
    if (item.type === 'function_call_output') this.calls.acknowledged(item.call_id, at);
    else if (item.role === 'user' && item.content?.some((part) => part.type === 'input_text')) {
      if (this.#waitingTexts > 0) this.#waitingTexts--;
      else this.#text(item, at, number);
    }
  }

  #text(item, at, number) {
    const text = (item.content ?? []).map((part) => part.text ?? '').join(' ');
    this.#keep(this.texts, { at, text, number });
    this.latency.turnEnded('text', at);
  }

  #transcribed(event) {
    const speech = this.speech.findLast((each) => each.id === event.item_id);
    if (!speech) return;
    if (event.type.endsWith('.delta')) speech.text += event.delta ?? '';
    else if (event.type.endsWith('.completed')) speech.text = event.transcript ?? '';
    else if (event.type.endsWith('.failed')) speech.text ||= '(not transcribed)';
  }

  #response(event, at, bytes, number) {
    const type = event.type;
    const id = event.response_id ?? event.response?.id ?? '';
    if (type === 'response.created') {
      this.#keepIn(this.replies, id, { id, from: at, to: null, status: 'in_progress', number });
      this.calls.replyBegan(id);
    } else if (type === 'response.done') this.#done(event.response ?? {}, id, at);
    else if (type === 'response.output_item.added') {
      if (event.item?.type === 'message') this.#output(event.item.id, id, at, number);
      else if (event.item?.type === 'function_call') this.calls.began(event.item, id, at, number);
    } else if (type === 'response.output_item.done') {
      if (event.item?.type === 'function_call') this.calls.requested(event.item, id, at, number);
    } else if (/\.(output_)?audio\.delta$/.test(type)) {
      const output = this.#output(event.item_id, id, at, number);
      if (output.ms === 0) {
        output.from = at;
        this.latency.firstAudio(at);
      }
      output.to = at;
      output.ms += this.ms(bytes);
    } else if (/(transcript|text)\.delta$/.test(type)) {
      this.#output(event.item_id, id, at, number).text += event.delta ?? '';
    } else if (/(transcript|text)\.done$/.test(type)) {
      this.#output(event.item_id, id, at, number).text = event.transcript ?? event.text ?? '';
    }
  }

  #done(response, id, at) {
    const reply = this.replies.get(id);
    if (reply) {
      reply.to = at;
      reply.status = response.status ?? '';
      reply.reason =
        response.status_details?.reason ?? response.status_details?.error?.message ?? '';
    }
    (response.output ?? [])
      .filter((item) => item.type === 'function_call')
      .forEach((item) => this.calls.requested(item, id, at, -1));
    this.usage.add(response.usage);
  }

  #output(id, responseId, at, number) {
    return (
      this.outputs.get(id) ??
      this.#keepIn(this.outputs, id, {
        id,
        responseId,
        began: at,
        from: at,
        to: at,
        ms: 0,
        text: '',
        cutMs: null,
        number,
        heardFrom: null,
        heardTo: null,
        heardMs: 0,
      })
    );
  }

  /** The speaker's account: so much of an item was heard until now. */
  heard(itemId, ms, at) {
    const output = this.outputs.get(itemId);
    if (!output || ms <= output.heardMs) return;
    output.heardFrom ??= at - ms;
    output.heardTo = at;
    output.heardMs = ms;
  }

  /** From when to when an item was heard; as it came, where nobody listened. */
  audible(output) {
    if (output.heardFrom !== null)
      return { from: output.heardFrom, to: output.heardTo, ms: output.heardMs };
    const ms = output.cutMs ?? output.ms;
    return { from: output.from, to: this.timed ? output.from + ms : output.to, ms };
  }

  #mark(at, kind, label, number) {
    this.#keep(this.marks, { at, kind, label, number });
  }

  #keep(list, thing) {
    list.push(thing);
    if (list.length > KEPT) list.splice(0, KEPT / 4);
    return thing;
  }

  #keepIn(map, id, thing) {
    map.set(id, thing);
    if (map.size > KEPT) map.delete(map.keys().next().value);
    return thing;
  }
}
