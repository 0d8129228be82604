const KEPT = 2_000;

/** The calls of tools, by the model and by hand, each with what became of it. */
export class Calls {
  #calls = new Map();

  /** All that are kept, oldest first. */
  get all() {
    return [...this.#calls.values()];
  }

  get size() {
    return this.#calls.size;
  }

  /** Gives all calls ids that no server has. */
  archive(mark) {
    this.#calls = new Map([...this.#calls].map(([callId, call]) => [callId + mark, Object.assign(call, {
      callId: callId + mark, responseId: call.responseId + mark, replyId: call.replyId && call.replyId + mark,
    })]));
  }

  #call(callId, name, at) {
    let call = this.#calls.get(callId);
    if (!call) {
      call = {
        callId, name, at, arguments: '', stages: {}, ending: '', output: null, violations: [], repairs: [],
        responseId: '', replyId: '', number: -1, byHand: false, reason: '',
      };
      this.#calls.set(callId, call);
      if (this.#calls.size > KEPT) this.#calls.delete(this.#calls.keys().next().value);
    }
    call.name ||= name ?? '';
    return call;
  }

  /** The model begins to ask. */
  began(item, responseId, at, number) {
    const call = this.#call(item.call_id, item.name, at);
    Object.assign(call, { responseId, number });
  }

  /** The model has asked. */
  requested(item, responseId, at, number) {
    const call = this.#call(item.call_id, item.name, at);
    call.responseId ||= responseId;
    call.arguments ||= item.arguments ?? '';
    call.stages.requested ??= at;
    if (number >= 0) call.number = number;
    if (item.status === 'incomplete') call.ending ||= 'skipped';
  }

  /** The answer goes out. */
  sent(item, at, number) {
    const call = this.#call(item.call_id, '', at);
    call.stages.sent = at;
    call.output ??= item.output;
    call.sentNumber = number;
  }

  /** The server has the answer. */
  acknowledged(callId, at) {
    const call = this.#calls.get(callId);
    if (call) call.stages.acknowledged ??= at;
  }

  /** A reply began: it answers what was sent and not answered yet. */
  replyBegan(responseId) {
    for (const call of this.#calls.values()) {
      if (call.stages.sent !== undefined && !call.replyId) call.replyId = responseId;
    }
  }

  /** The session knows which reply answers which calls. */
  answeredBy(callIds, responseId) {
    callIds.forEach((callId) => {
      const call = this.#calls.get(callId);
      if (call) call.replyId = responseId;
    });
  }

  /** The session tells a stage of a call. */
  told(frame, at) {
    const call = this.#call(frame.callId, frame.name, at);
    call.stages[frame.stage] ??= at;
    call.arguments = frame.arguments;
    if (frame.repairs) call.repairs = frame.repairs;
    if (frame.stage === 'answered') {
      Object.assign(call, { ending: frame.ending, output: frame.output, violations: frame.violations });
    } else if (frame.stage === 'skipped') Object.assign(call, { ending: 'skipped', reason: frame.reason });
    else if (frame.stage === 'late') call.late = frame.output;
  }

  /** A person called a tool. */
  byHand(id, name, args, at) {
    const call = this.#call(`hand_${id}`, name, at);
    Object.assign(call, { byHand: true, arguments: args });
    call.stages.requested = at;
    return call;
  }

  /** A call by hand ended. */
  byHandEnded(frame, at) {
    const call = this.#calls.get(`hand_${frame.id}`);
    if (!call) return;
    call.stages.answered = at;
    call.elapsedMs = frame.elapsedMs;
    call.arguments = frame.arguments;
    call.ending = frame.ending;
    call.output = frame.output ?? frame.message ?? null;
    call.violations = frame.violations ?? [];
    call.repairs = frame.repairs ?? [];
  }
}
