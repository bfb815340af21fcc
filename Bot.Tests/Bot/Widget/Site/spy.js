// What a curious script of the site could lay its hands on; it runs before chat.js.
globalThis.heard = [];
globalThis.pressed = [];

addEventListener('message', ({ data }) => heard.push(data), true);

globalThis.MessageChannel = class extends MessageChannel {
  constructor() {
    super();
    this.port1.addEventListener('message', ({ data }) => heard.push(data));
  }
};

for (const type of ['beforeinput', 'copy', 'focusin', 'input', 'keydown', 'keyup', 'paste']) {
  addEventListener(type, ({ data, key, target }) => pressed.push([type, data, key, target.value]), true);
}

/** Everything it can read, as one text; what is refused, by the name of the refusal. */
globalThis.spy = () => {
  const shadow = document.querySelector('chatbot-sante').shadowRoot;
  const frame = shadow.querySelector('iframe');
  const inner = frame?.contentWindow;

  return JSON.stringify({
    frame: {
      attributes: [...(frame?.attributes ?? [])].map(({ name, value }) => `${name}=${value}`),
      content: attempt(() => frame.contentDocument.body.innerText),
      document: attempt(() => inner.document.body.innerText),
      address: attempt(() => inner.location.href),
      history: attempt(() => inner.history.length),
      name: attempt(() => inner.name),
      storage: attempt(() => inner.localStorage.length),
      script: attempt(() => inner.eval('document.body.innerText')),
      byIndex: attempt(() => window[0].document.body.innerText),
      frames: inner?.length
    },
    events: { heard, pressed },
    page: {
      address: location.href,
      cookies: document.cookie,
      history: [history.length, history.state],
      html: document.documentElement.outerHTML + shadow.innerHTML,
      name: window.name,
      performance: performance.getEntries().map(({ entryType, name }) => `${entryType} ${name}`),
      referrer: document.referrer,
      selection: String(getSelection()),
      storage: [{ ...localStorage }, { ...sessionStorage }],
      title: document.title
    }
  });
};

function attempt(read) {
  try {
    return String(read());
  } catch (refusal) {
    return `refused: ${refusal.name}`;
  }
}
