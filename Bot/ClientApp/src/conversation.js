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
  #store;
  #waiting = [];

  /**
   * @param {HTMLElement} container where the conversation shows; what was there is replaced
   * @param {{ draft?: string, onEnd: (reason: 'interrupted' | 'unavailable' | 'no-socket') => void }} options
   */
  constructor(container, { draft, onEnd }) {
    this.#element = document.createElement('div');
    this.#element.className = 'chat-webchat';
    container.replaceChildren(this.#element);

    this.#onEnd = onEnd;
    this.#root = createRoot(this.#element);
    this.#store = createStore({}, () => next => action => {
      const result = next(action);

      action.type === 'DIRECT_LINE/CONNECT_FULFILLED' && this.#sendWaiting();

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

  async start({ webSocket = true } = {}) {
    const token = await anonymousToken();

    if (this.#ended) {
      return;
    } else if (!token) {
      this.#interrupt('unavailable');
      return;
    }

    const domain = location.origin + DIRECT_LINE;
    this.#directLine = connect({ domain, token, webSocket }, reason => this.#ended || this.#interrupt(reason));
    this.#render(false);
    this.#focusOnceShown();
  }

  /** Sends words in the patient's name, once connected. */
  say(text) {
    this.#waiting.push(text);
    this.#connected && this.#sendWaiting();
  }

  /** Hangs up and takes the messages off the page. */
  end() {
    this.#ended = true;
    this.#root.unmount();
    this.#directLine?.end();
    this.#element.remove();
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
      const sendBox = this.#element.querySelector('[data-id="webchat-sendbox-input"]');

      if (sendBox) {
        observer.disconnect();
        sendBox.focus();
      }
    });

    observer.observe(this.#element, { childList: true, subtree: true });
  }
}

/** A token bound to one new conversation, or nothing when the server cannot be reached or refuses. */
async function anonymousToken() {
  try {
    const response = await fetch(`${DIRECT_LINE}/tokens/generate`, {
      body: '{}',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      method: 'POST'
    });

    return response.ok ? (await response.json()).token : undefined;
  } catch {
    return undefined;
  }
}
