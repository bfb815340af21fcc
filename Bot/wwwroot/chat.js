// Puts the chat into a page of the clinic's own site:
//
//   <script src="https://patients.clinique.example/chat.js" async></script>
//
// A button; once it is pressed, a frame of this script's origin, whose content nothing in the page can read. Before that, nothing
// is asked of any server. Optional: data-label="…" (the button's words), data-position="left" (or "right").
(() => {
  const TAG = 'chatbot-sante';
  // The chat covers small windows, and low ones (a telephone on its side, a large zoom).
  const SMALL = '(max-width: 640px), (max-height: 480px)';
  const PATIENCE_MS = 15000;

  const script = document.currentScript;

  if (!script) {
    console.error('chat.js is a classic script: remove type="module" from its tag.');
    return;
  }

  const { origin } = new URL(script.src);
  const label = script.dataset.label || 'Écrire à la clinique';

  // Every rule that counts is important: in a shadow tree that wins over the page's own styles, important ones included.
  const STYLE = `
    :host {
      all: initial !important;
      display: block !important;
      position: fixed !important;
      bottom: 0 !important;
      right: 0 !important;
      z-index: 2147483647 !important;
    }
    section {
      --back: #fff; --ink: #1f1a26; --violet: #4b2a6e; --on-violet: #fff; --emergency: #a80020;
      color: var(--ink);
      color-scheme: light dark;
      font: max(17px, 1.0625rem)/1.4 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      section { --back: #1c1722; --ink: #f1edf6; --violet: #cbb4ec; --on-violet: #241634; --emergency: #c4122f; }
    }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    :focus-visible { outline: 3px solid var(--violet); outline-offset: 2px; box-shadow: 0 0 0 2px var(--back); }
    button, a {
      align-items: center; border: 1px solid var(--violet); border-radius: 8px; color: var(--violet); cursor: pointer;
      display: inline-flex; font: inherit; justify-content: center; min-height: 44px; padding: 4px 16px; text-decoration: none;
    }
    button { background: var(--back); }
    a { background: var(--emergency); border-color: var(--emergency); color: #fff; font-weight: 700; }
    .open {
      background: var(--violet); border: 2px solid var(--back); border-radius: 28px; bottom: 16px; color: var(--on-violet);
      font-weight: 600; max-width: calc(100vw - 32px); min-height: 56px; padding: 8px 24px; position: fixed;
    }
    .unread {
      background: var(--on-violet); border-radius: 12px; color: var(--violet); margin-left: 8px; min-width: 24px; padding: 0 6px;
    }
    .left .open, .left dialog { left: 16px; right: auto; }
    .right .open, .right dialog { left: auto; right: 16px; }
    dialog {
      background: var(--back); border: 1px solid var(--violet); border-radius: 12px; bottom: 16px; color: var(--ink);
      height: 672px; margin: 0; max-height: calc(100vh - 32px); max-width: calc(100vw - 32px); overflow: hidden; padding: 0;
      position: fixed; top: auto; width: 432px;
    }
    dialog::backdrop { background: none; }
    dialog[open] { display: block; }
    @media ${SMALL} {
      section dialog, section.left dialog, section.right dialog {
        border: 0; border-radius: 0; bottom: auto; height: 100vh; height: var(--visible-height, 100dvh); left: 0; max-height: none;
        max-width: none; right: 0; top: 0; width: 100%;
      }
    }
    iframe { border: 0; display: block; height: 100%; width: 100%; }
    .wait { height: 100%; overflow: auto; padding: 16px; }
    .said { height: 1px; overflow: hidden; position: absolute; width: 1px; clip-path: inset(50%); }
    @media print { :host { display: none !important; } }
  `;

  const launcher = element('button', { 'aria-haspopup': 'dialog', class: 'open', type: 'button' }, label);
  const unread = element('span', { class: 'unread', hidden: '' });
  const said = element('p', { class: 'said', role: 'status' });
  const waiting = element('p', { role: 'status' });
  const cancel = element('button', { type: 'button' }, 'Fermer');
  const wait = element('div', { class: 'wait' }, waiting, element('a', { href: 'tel:15' }, 'Urgence\u00a0: 15'), ' ', cancel);
  const dialog = element('dialog', { 'aria-label': 'Discussion avec l’assistant de la clinique' }, wait);
  const region = element('section', { 'aria-label': 'Assistant de la clinique', dir: 'ltr', lang: 'fr' }, launcher, said, dialog);

  let frame;
  let port;

  launcher.append(unread);
  launcher.addEventListener('click', open);
  cancel.addEventListener('click', close);
  // « Back » on a telephone; and Escape, while the frame has not the focus.
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    minimise();
  });
  dialog.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      event.preventDefault();
      minimise();
    }
  });

  document.readyState === 'loading' ? document.addEventListener('DOMContentLoaded', place) : place();

  function place() {
    // Included twice, by the page and by a tag manager: once is enough.
    if (document.querySelector(TAG)) {
      return;
    }

    const host = document.createElement(TAG);
    // Open, so that whoever audits the page sees into it. What is to be kept from the page is kept by the frame's origin.
    const shadow = host.attachShadow({ mode: 'open' });
    const page = document.documentElement;
    const end = getComputedStyle(page).direction === 'rtl' ? 'left' : 'right';

    region.className = (script.dataset.position || end) === 'left' ? 'left' : 'right';
    dress(shadow);
    shadow.append(region);
    // Beside the body: what a page does to its body (a transform, a fade, a new one) does not reach it.
    page.append(host);
  }

  function open() {
    count(0);
    launcher.hidden = true;
    matchMedia(SMALL).matches ? dialog.showModal() : dialog.show();
    fit();

    if (frame) {
      tell('open');
    } else {
      load();
    }

    (frame.hidden ? cancel : frame).focus();
  }

  /** Hides the chat, which goes on. */
  function minimise() {
    tell('minimised');
    hide();
  }

  /** Takes the chat out of the page. */
  function close() {
    frame.remove();
    frame = port = undefined;
    hide();
  }

  function hide() {
    dialog.close();
    launcher.hidden = false;
    launcher.focus();
  }

  function load() {
    waiting.textContent = 'La discussion s’ouvre…';
    wait.hidden = false;

    const made = (frame = element('iframe', {
      hidden: '',
      // No address of the page: it may say what the patient was reading.
      referrerpolicy: 'no-referrer',
      src: `${origin}/chat#widget`,
      title: 'Discussion avec l’assistant automatique'
    }));
    made.addEventListener('load', () => meet(made));
    dialog.append(made);

    setTimeout(() => {
      if (frame === made && made.hidden) {
        waiting.textContent = 'La discussion n’a pas pu s’ouvrir. Vous pouvez fermer, et appeler la clinique.';
      }
    }, PATIENCE_MS);
  }

  /** Gives the frame one end of a channel that no other script of the page can listen to. */
  function meet(made) {
    const channel = new MessageChannel();

    channel.port1.onmessage = ({ data }) => {
      if (frame === made) {
        hear(data, channel.port1);
      }
    };
    // Delivered only if our own page is there: another one, or an error's, has another origin.
    made.contentWindow.postMessage(TAG, origin, [channel.port2]);
  }

  function hear(data, from) {
    switch (data.type) {
      case 'ready': {
        const hadFocus = cancel.matches(':focus');

        port = from;
        frame.hidden = false;
        wait.hidden = true;
        hadFocus && frame.focus();
        dialog.open || tell('minimised');
        break;
      }
      case 'close':
        close();
        break;
      // The frame takes the page elsewhere; until the other one shows, there is nothing to see.
      case 'leave':
        document.documentElement.style.setProperty('display', 'none', 'important');
        break;
      case 'minimise':
        minimise();
        break;
      case 'unread':
        dialog.open || count(data.count);
        break;
    }
  }

  function tell(type) {
    port && port.postMessage({ type });
  }

  function count(messages) {
    const words = messages > 1 ? `${messages} nouveaux messages` : '1 nouveau message';

    unread.hidden = !messages;
    unread.textContent = messages || '';
    said.textContent = messages ? words : '';
    launcher.setAttribute('aria-label', messages ? `${label}, ${words}` : label);
  }

  // A telephone's keyboard covers the page instead of shrinking it. Zooming in is not that.
  function fit() {
    const { visualViewport: seen } = window;

    seen && dialog.style.setProperty('--visible-height', `${seen.height * seen.scale}px`);
  }

  window.visualViewport && window.visualViewport.addEventListener('resize', fit);

  function element(name, attributes, ...children) {
    const made = document.createElement(name);

    Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
    made.append(...children);

    return made;
  }

  /** By script, which a page's policy on styles lets pass; browsers of before 2023 need an element. */
  function dress(root) {
    if ('adoptedStyleSheets' in root) {
      const sheet = new CSSStyleSheet();

      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
    } else {
      root.append(element('style', {}, STYLE));
    }
  }
})();
