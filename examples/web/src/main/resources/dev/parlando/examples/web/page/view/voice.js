import { h } from '../dom.js';
import { Microphone } from '../audio/microphone.js';
import { Speaker } from '../audio/speaker.js';

/** Speaking and hearing: the microphone, how turns end, the devices, the levels. */
export class Voice {
  #console;
  #vad = true;
  #held = false;
  #talk;
  #mic;
  #levels = {};

  constructor(place, console) {
    this.#console = console;
    const { microphone, speaker } = console;
    this.#mic = h('button', {
      type: 'button',
      class: 'mic',
      id: 'mic',
      'aria-pressed': 'false',
      onclick: () => this.#toggle(),
    });
    this.#talk = h(
      'button',
      { type: 'button', class: 'hold', id: 'hold', hidden: true },
      'Hold to talk',
    );
    place.append(
      h(
        'div',
        { class: 'speak' },
        this.#mic,
        this.#talk,
        h('div', { class: 'levels' }, this.#level('you', 'You'), this.#level('agent', 'Agent')),
      ),
      h('div', { class: 'ways' }, this.#ways(), this.#devices()),
    );
    this.#holding();
    this.#showMic();
    microphone.addEventListener('audio', ({ detail }) => this.#audio(detail));
    microphone.addEventListener('level', ({ detail }) => this.#show('you', detail));
    microphone.addEventListener('ended', () => {
      this.#showMic();
      this.#problem(
        'The microphone was unplugged or taken back. Choose another one, or type instead.',
      );
    });
    speaker.addEventListener('level', ({ detail }) => this.#show('agent', detail));
    console.addEventListener('hello', ({ detail }) => this.#become(detail.vad));
  }

  #level(name, label) {
    const bar = h('span', { class: 'bar' });
    this.#levels[name] = h(
      'div',
      {
        class: `level ${name}`,
        role: 'meter',
        'aria-label': `Level: ${label}`,
        'aria-valuemin': '0',
        'aria-valuemax': '100',
        'aria-valuenow': '0',
      },
      bar,
    );
    return h(
      'div',
      { class: 'metered' },
      h('span', { 'aria-hidden': 'true' }, label),
      this.#levels[name],
    );
  }

  /** Loudness as it is felt: -60 dB is nothing, 0 dB is all. */
  #show(name, level) {
    const percent =
      level > 0 ? Math.max(0, Math.min(100, 100 + (20 * Math.log10(level) * 100) / 60)) : 0;
    this.#levels[name].setAttribute('aria-valuenow', Math.round(percent));
    this.#levels[name].firstElementChild.style.transform = `scaleX(${percent / 100})`;
  }

  async #toggle() {
    const { microphone, speaker } = this.#console;
    speaker.open();
    if (microphone.on) this.#fallSilent();
    else await this.#open(this.#input.value);
    this.#showMic();
  }

  async #open(deviceId) {
    try {
      await this.#console.microphone.open(deviceId, this.#cleaned.checked);
      await this.#listDevices();
    } catch (problem) {
      this.#problem(problem.message);
      document.querySelector('#say').focus();
    }
  }

  /** Who stops in mid-sentence has finished, too; but only silence tells the server. */
  #fallSilent() {
    this.#console.microphone.close();
    if (this.#vad) this.#console.link.sendAudio(new Int16Array(24_000));
  }

  #problem(detail) {
    this.#console.dispatchEvent(new CustomEvent('problem', { detail }));
  }

  #showMic() {
    const { on } = this.#console.microphone;
    this.#mic.setAttribute('aria-pressed', on);
    this.#mic.textContent = on ? 'Microphone on' : 'Microphone';
    this.#talk.hidden = this.#vad || !on;
  }

  #audio(samples) {
    if (this.#vad || this.#held) this.#console.link.sendAudio(samples);
  }

  #ways() {
    const way = (vad, label) =>
      h(
        'label',
        {},
        h('input', {
          type: 'radio',
          name: 'way',
          value: vad ? 'vad' : 'push',
          checked: vad,
          onchange: () => this.#choose(vad),
        }),
        label,
      );
    return h(
      'fieldset',
      { class: 'segments' },
      h('legend', { class: 'hidden' }, 'How your turn ends'),
      way(true, 'Hands-free'),
      way(false, 'Push to talk'),
    );
  }

  #choose(vad) {
    this.#become(vad);
    this.#console.link.send({ type: 'listen', vad });
  }

  #become(vad) {
    this.#vad = vad;
    document.querySelector(`input[name=way][value=${vad ? 'vad' : 'push'}]`).checked = true;
    this.#showMic();
  }

  #holding() {
    const down = (event) => {
      event.preventDefault();
      if (this.#held) return;
      this.#held = true;
      this.#talk.classList.add('held');
      this.#talk.textContent = 'Let go to send';
      // Whoever wants to speak need not wait until the agent has finished.
      this.#console.link.send({ type: 'interrupt' });
    };
    const up = () => {
      if (!this.#held) return;
      this.#held = false;
      this.#talk.classList.remove('held');
      this.#talk.textContent = 'Hold to talk';
      this.#console.link.send({ type: 'commit' });
    };
    this.#talk.addEventListener('pointerdown', down);
    addEventListener('pointerup', up);
    this.#talk.addEventListener(
      'keydown',
      (event) => [' ', 'Enter'].includes(event.key) && down(event),
    );
    this.#talk.addEventListener('keyup', (event) => [' ', 'Enter'].includes(event.key) && up());
    this.#talk.addEventListener('blur', up);
  }

  #devices() {
    this.#input = h('select', {
      id: 'input-device',
      onchange: () => this.#console.microphone.on && this.#open(this.#input.value),
    });
    this.#output = h('select', {
      id: 'output-device',
      onchange: () => this.#console.speaker.choose(this.#output.value),
    });
    this.#cleaned = h('input', {
      type: 'checkbox',
      id: 'cleaned',
      checked: true,
      onchange: () => this.#console.microphone.on && this.#open(this.#input.value),
    });
    this.#fill(this.#input, []);
    this.#fill(this.#output, []);
    navigator.mediaDevices?.addEventListener?.('devicechange', () => this.#listDevices());
    return h(
      'details',
      { class: 'devices' },
      h('summary', {}, 'Devices'),
      h('label', {}, 'Microphone', this.#input),
      h('label', { class: 'check' }, this.#cleaned, 'Take out echo and noise'),
      Speaker.choosable && h('label', {}, 'Speaker', this.#output),
    );
  }

  #input;
  #cleaned;
  #output;

  async #listDevices() {
    this.#fill(this.#input, await Microphone.devices('audioinput'));
    this.#fill(this.#output, await Microphone.devices('audiooutput'));
  }

  #fill(select, devices) {
    const chosen = select.value;
    const options = devices
      .filter(({ deviceId }) => deviceId !== 'default')
      .map(({ deviceId, label }) => h('option', { value: deviceId }, label));
    select.replaceChildren(h('option', { value: '' }, 'The system’s choice'), ...options);
    select.value = [...select.options].some((option) => option.value === chosen) ? chosen : '';
  }
}
