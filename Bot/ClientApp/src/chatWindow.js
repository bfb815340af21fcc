// The chat's window, wherever it stands: what is always at hand (15, a person, a way out), the conversation, a way to start again.
import { Conversation } from './conversation.js';
import { leave, onLeave } from './leave.js';

const CLOSED = 'La discussion est fermée et effacée.';
const INTERRUPTED = 'La discussion est interrompue.';
const UNAVAILABLE = 'L’assistant ne répond pas pour le moment.';

export class ChatWindow {
  #conversation;
  #element;
  #end;
  #listening = new AbortController();
  #onReply;
  #phone;
  #transcript;

  /**
   * @param {HTMLElement} element becomes the window; what was in it is replaced
   * @param {{
   *   heading: 'h1' | 'h2', phone: string,
   *   onClose: () => void, onEscape: () => void, onMinimise?: () => void, onReply?: () => void
   * }} options `onClose` once all is erased; `onEscape` when Escape would lose nothing; `onMinimise` where there is somewhere to
   * come back from; `onReply` when the assistant has said something
   */
  constructor(element, { heading, phone, onClose, onEscape, onMinimise, onReply = () => {} }) {
    this.#element = element;
    this.#phone = phone;
    this.#onReply = onReply;

    element.classList.add('chat');
    element.tabIndex = -1;
    element.setAttribute('aria-labelledby', 'chat-title');
    // Some browsers send what is typed to their maker for spelling.
    element.spellcheck = false;
    element.innerHTML = `
      <div class="chat-header">
        <div class="chat-row">
          <${heading} class="chat-title" id="chat-title">Assistant automatique</${heading}>
          <button class="chat-button" data-do="leave" type="button">Quitter vite</button>
          ${onMinimise ? MINIMISE_AND_CLOSE : '<button class="chat-button" data-do="close" type="button">Fermer</button>'}
        </div>
        <div class="chat-row">
          <a class="chat-emergency" href="tel:15">Urgence&nbsp;: 15</a>
          <button class="chat-button chat-person" data-do="person" type="button">Parler à quelqu’un</button>
        </div>
      </div>
      <div class="chat-conversation"></div>
      <div class="chat-end" role="status"></div>`;
    [this.#transcript, this.#end] = element.querySelectorAll('.chat-conversation, .chat-end');

    const close = () => {
      this.erase();
      onClose();
    };

    const actions = {
      close,
      leave,
      minimise: onMinimise,
      person: () => {
        this.#end.hasChildNodes() && this.start();
        this.#conversation.say("parler à quelqu'un");
      },
      resume: () => this.start()
    };

    element.addEventListener('click', ({ target }) => actions[target.closest('[data-do]')?.dataset.do]?.());
    element.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        event.preventDefault();
        inTranscriptHistory(event.target) || onEscape();
      }
    });

    // A page that goes away cannot take its conversation up again, and one that the browser keeps for « back » may be brought
    // back by somebody else.
    addEventListener('pagehide', close, this.#listening);
    onLeave(() => this.erase(), this.#listening);
  }

  /** Whether there is something that closing the window would lose. */
  get hasDraft() {
    return Boolean(this.#conversation?.draft);
  }

  /** Begins a conversation, in the place of the one that was there. */
  start(options) {
    const draft = this.#conversation?.unsent;

    this.#end.replaceChildren();
    this.#conversation?.end();
    this.#conversation = new Conversation(this.#transcript, {
      draft,
      onEnd: reason =>
        reason === 'no-socket'
          ? this.start({ webSocket: false })
          : this.#sayEnd(reason === 'unavailable' ? UNAVAILABLE : INTERRUPTED),
      onReply: this.#onReply
    });
    this.#conversation.start(options);
  }

  /** Where the patient writes, or what offers to start again. */
  focus() {
    (this.#end.querySelector('button') ?? this.#conversation?.field ?? this.#element).focus();
  }

  /** Ends the conversation and erases it, here and on the server. */
  erase() {
    this.#conversation?.end();
    this.#conversation = undefined;
  }

  /** Erases everything, and is deaf from now on. */
  dispose() {
    this.erase();
    this.#listening.abort();
  }

  /** What is left when the window has nowhere to go. */
  sayClosed() {
    this.#sayEnd(CLOSED);
  }

  #sayEnd(what) {
    const element = this.#element;
    const hadFocus =
      [element, document.body].includes(document.activeElement) || this.#transcript.contains(document.activeElement);
    const line = document.createElement('p');
    line.append(what, ' Appuyez sur «\u00a0Reprendre\u00a0», ou appelez la clinique au ', phoneLink(this.#phone), '.');

    const resume = document.createElement('button');
    resume.className = 'chat-button chat-resume';
    resume.dataset.do = 'resume';
    resume.type = 'button';
    resume.textContent = 'Reprendre';

    this.#end.replaceChildren(line, resume);
    hadFocus && resume.focus();
  }
}

const MINIMISE_AND_CLOSE = `
  <button aria-label="Réduire la discussion" class="chat-button chat-sign" data-do="minimise" type="button">
    <svg aria-hidden="true" viewBox="0 0 20 20"><path d="M4 10h12" /></svg>
  </button>
  <button aria-label="Fermer et effacer la discussion" class="chat-button chat-sign" data-do="close" type="button">
    <svg aria-hidden="true" viewBox="0 0 20 20"><path d="M5 5l10 10M15 5L5 15" /></svg>
  </button>`;

/** In the list of messages and of suggested answers, Escape already means « back to writing ». */
function inTranscriptHistory(target) {
  return Boolean(target.closest('.webchat__basic-transcript, .webchat__suggested-actions, .webchat__keyboard-help'));
}

function phoneLink(phone) {
  const link = document.createElement('a');
  link.href = `tel:${phone.replace(/\s/g, '')}`;
  link.textContent = phone;

  return link;
}
