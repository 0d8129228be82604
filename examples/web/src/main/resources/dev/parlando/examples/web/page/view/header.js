import { spoken } from '../format.js';
import { redaction } from '../redaction.js';

const THEMES = ['system', 'light', 'dark'];
const STATES = { connecting: 'Connecting', ready: 'Live', reconnecting: 'Reconnecting', ended: 'Ended' };

/** Who is talked to, how it stands, and the switches for the whole page. */
export class Header {
  constructor(console) {
    console.addEventListener('hello', ({ detail }) => this.#hello(detail));
    console.addEventListener('change', () => this.#state(console));
    console.addEventListener('run', () => this.#state(console));
    console.link.addEventListener('status', () => this.#state(console));
    this.#redact(document.querySelector('#redact'));
    this.#theme(document.querySelector('#theme'));
  }

  #hello({ agent, endpoint }) {
    const name = spoken(agent.name);
    document.querySelector('#agent-name').textContent = name.charAt(0).toUpperCase() + name.slice(1);
    document.querySelector('#endpoint').textContent = endpoint;
  }

  #state({ run, link }) {
    const place = document.querySelector('#state');
    const offline = link.status !== 'open';
    const away = link.status === 'occupied' || link.status === 'moved';
    const text = !run.live ? 'Recording' : away ? 'In another tab' : offline ? 'Offline' : (STATES[run.state.state] ?? run.state.state);
    place.dataset.state = !run.live ? 'recording' : offline ? 'ended' : run.state.state;
    if (place.textContent !== text) place.textContent = text;
  }

  #redact(box) {
    box.checked = redaction.on;
    box.addEventListener('change', () => redaction.switch(box.checked));
  }

  #theme(button) {
    const show = () => {
      const theme = document.documentElement.dataset.theme;
      button.setAttribute('aria-label', `Colours: ${theme === 'system' ? 'as the system' : theme}`);
      button.title = button.getAttribute('aria-label');
      button.textContent = { system: '◐', light: '☀', dark: '☾' }[theme];
    };
    button.addEventListener('click', () => {
      const theme = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length];
      document.documentElement.dataset.theme = theme;
      localStorage.setItem('theme', theme);
      show();
    });
    show();
  }
}
