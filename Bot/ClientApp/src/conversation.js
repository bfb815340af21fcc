// One conversation with the clinic's own Direct Line, shown by Web Chat. It is never resumed: an ended one is replaced.
import { createStore } from 'botframework-webchat-core';
import ReactWebChat from 'botframework-webchat-component';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { appearance } from './appearance.js';
import { connect } from './directLine.js';

const DIRECT_LINE = '/v3/directline';

export class Conversation {
  #ended = false;
  #connected = false;
  #element;
  #directLine;
  #onEnd;
  #root;
  #session;
  #store;
  #waiting = [];

  /**
   * @param {HTMLElement} container where the conversation shows; what was there is replaced
   * @param {{
   *   draft?: string, onEnd: (reason: 'interrupted' | 'unavailable' | 'no-socket') => void, onReply: () => void
   * }} options
   */
  constructor(container, { draft, onEnd, onReply }) {
    this.#element = document.createElement('div');
    this.#element.className = 'chat-webchat';
    container.replaceChildren(this.#element);
    refuseFiles(this.#element, () => this.#sayNoFiles());

    this.#onEnd = onEnd;
    this.#root = createRoot(this.#element);
    this.#store = createStore({}, () => next => action => {
      const result = next(action);

      action.type === 'DIRECT_LINE/CONNECT_FULFILLED' && this.#sendWaiting();
      isReply(action) && onReply();

      return result;
    });
    draft && this.#store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
  }

  /** What is in the field. */
  get draft() {
    return this.#store.getState().sendBoxValue;
  }

  /** What the patient has written and the server has not received: messages that failed, then the field. */
  get unsent() {
    const failed = this.#store
      .getState()
      .activities.filter(({ channelData, from }) => from.role === 'user' && channelData['webchat:send-status'] !== 'sent');

    return [...failed.map(({ text }) => text), this.draft].filter(Boolean).join('\n');
  }

  /** Where the patient writes; nothing before it shows. */
  get field() {
    return this.#element.querySelector('[data-id="webchat-sendbox-input"]');
  }

  async start({ webSocket = true } = {}) {
    const session = await newSession();

    if (this.#ended) {
      return;
    } else if (!session) {
      this.#interrupt('unavailable');
      return;
    }

    const domain = location.origin + DIRECT_LINE;
    const { token } = session;
    this.#session = session;
    this.#directLine = connect({ domain, token, webSocket }, reason => this.#ended || this.#interrupt(reason));
    this.#render(false);
    this.#focusOnceShown();
  }

  /** Sends words in the patient's name, once connected. */
  say(text) {
    this.#waiting.push(text);
    this.#connected && this.#sendWaiting();
  }

  /** Hangs up, takes the messages off the page, and has the server erase its side. */
  end() {
    this.#ended = true;
    this.#root.unmount();
    this.#directLine?.end();
    this.#element.remove();
    this.#session && erase({ ...this.#session, token: this.#directLine.token });
    this.#session = undefined;
  }

  /** The server says it, in the conversation; it is told that there was a file, and nothing of it. */
  #sayNoFiles() {
    const { conversationId } = this.#session ?? {};
    conversationId && post(`conversations/${conversationId}/upload`, {}, this.#directLine.token).catch(() => undefined);
  }

  #interrupt(reason) {
    this.#ended = true;
    this.#directLine?.end();
    this.#directLine && this.#render(true);
    this.#onEnd(reason);
  }

  #sendWaiting() {
    this.#connected = true;
    this.#waiting
      .splice(0)
      .forEach(text => this.#store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'imBack', text } }));
  }

  #render(disabled) {
    this.#root.render(
      React.createElement(ReactWebChat, { ...appearance, directLine: this.#directLine, disabled, store: this.#store })
    );
  }

  #focusOnceShown() {
    const observer = new MutationObserver(() => {
      if (this.field) {
        observer.disconnect();
        this.field.focus();
      }
    });

    observer.observe(this.#element, { childList: true, subtree: true });
  }
}

/** A file that is dropped or pasted goes nowhere; left to the browser, a dropped one would take the place of the page. */
function refuseFiles(element, onFile) {
  for (const type of ['dragover', 'drop', 'paste']) {
    element.addEventListener(type, event => {
      const types = [...(event.dataTransfer ?? event.clipboardData)?.types ?? []];

      // Words copied from a word processor come with a picture of themselves.
      if (types.includes('Files') && !(type === 'paste' && types.includes('text/plain'))) {
        event.preventDefault();
        type === 'dragover' || onFile();
      }
    });
  }
}

function isReply({ payload, type }) {
  return (
    type === 'DIRECT_LINE/INCOMING_ACTIVITY' && payload.activity.type === 'message' && payload.activity.from.role === 'bot'
  );
}

/** One new conversation and a token bound to it, or nothing when the server cannot be reached or refuses. */
async function newSession() {
  try {
    const response = await post('tokens/generate', {});

    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** Outlives the page. When it gets lost, the server forgets by itself, a while later. */
function erase({ conversationId, token }) {
  post(`conversations/${conversationId}/activities`, { type: 'endOfConversation' }, token).catch(() => undefined);
}

function post(path, body, token) {
  return fetch(`${DIRECT_LINE}/${path}`, {
    body: JSON.stringify(body),
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    keepalive: true,
    method: 'POST'
  });
}
