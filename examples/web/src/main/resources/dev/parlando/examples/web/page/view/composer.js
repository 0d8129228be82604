/** The text box: beside the microphone, and in its place. What can't be sent stays in it. */
export class Composer {
  #console;
  #box;

  constructor(form, console) {
    this.#console = console;
    this.#box = form.querySelector('textarea');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#send();
      }
    });
    this.#box.addEventListener('input', () => this.#grow());
  }

  #send() {
    const text = this.#box.value.trim();
    if (!text) return;
    const { link, speaker, live } = this.#console;
    speaker.open();
    if (link.status !== 'open' || live.state.state !== 'ready') {
      const why = link.status === 'open' ? 'There is no session yet' : 'There is no connection';
      this.#console.dispatchEvent(
        new CustomEvent('problem', { detail: `${why}. Your text stays here; send it once there is one.` }));
      return;
    }
    link.send({ type: 'say', text });
    this.#box.value = '';
    this.#grow();
  }

  #grow() {
    this.#box.style.height = 'auto';
    this.#box.style.height = `${Math.min(this.#box.scrollHeight, 160)}px`;
  }
}
