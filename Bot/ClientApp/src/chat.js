// The chat's window: what is always at hand (15, a person, a way out), the conversation, and the way to start again.
import { Conversation } from './conversation.js';
import { leave } from './leave.js';

const NARROW = '(max-width: 40rem)';

const INTERRUPTED = 'La discussion est interrompue.';
const UNAVAILABLE = 'L’assistant ne répond pas pour le moment.';
const RESUME_OR_CALL = ' Appuyez sur «\u00a0Reprendre\u00a0», ou appelez la clinique';

/** Opens the chat over the page; what the window holds is forgotten when it closes. */
export function openChat(clinic, onClose) {
  const dialog = document.createElement('dialog');
  dialog.className = 'chat';
  dialog.tabIndex = -1;
  dialog.setAttribute('aria-labelledby', 'chat-title');
  // Some browsers send what is typed to their maker for spelling.
  dialog.spellcheck = false;
  dialog.innerHTML = `
    <div class="chat-header">
      <div class="chat-row">
        <h2 class="chat-title" id="chat-title">Assistant automatique</h2>
        <button class="chat-button" data-do="leave" type="button">Quitter vite</button>
        <button class="chat-button" data-do="close" type="button">Fermer</button>
      </div>
      <div class="chat-row">
        <a class="chat-emergency" href="tel:15">Urgence&nbsp;: 15</a>
        <button class="chat-button chat-person" data-do="person" type="button">Parler à quelqu’un</button>
      </div>
    </div>
    <div class="chat-conversation"></div>
    <div class="chat-end" role="status"></div>`;

  const [transcript, end] = dialog.querySelectorAll('.chat-conversation, .chat-end');
  let conversation;

  const start = options => {
    const draft = conversation?.unsent;

    end.replaceChildren();
    conversation?.end();
    conversation = new Conversation(transcript, {
      draft,
      onEnd: reason => (reason === 'no-socket' ? start({ webSocket: false }) : showEnd(reason))
    });
    conversation.start(options);
  };

  const showEnd = reason => {
    const hadFocus = [dialog, document.body].includes(document.activeElement) || transcript.contains(document.activeElement);
    const line = document.createElement('p');
    line.append(reason === 'unavailable' ? UNAVAILABLE : INTERRUPTED, RESUME_OR_CALL);
    clinic.phone && line.append(' au ', phoneLink(clinic.phone));
    line.append('.');

    const resume = document.createElement('button');
    resume.className = 'chat-button chat-resume';
    resume.dataset.do = 'resume';
    resume.type = 'button';
    resume.textContent = 'Reprendre';

    end.replaceChildren(line, resume);
    hadFocus && resume.focus();
  };

  const actions = {
    close: () => dialog.close(),
    leave,
    person: () => {
      end.hasChildNodes() && start();
      conversation.say("parler à quelqu'un");
    },
    resume: () => start()
  };

  dialog.addEventListener('click', ({ target }) => actions[target.closest('[data-do]')?.dataset.do]?.());

  // Escape, or « back » on a telephone, closes the window unless it would lose what the patient is writing.
  dialog.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      event.preventDefault();
      inTranscriptHistory(event.target) || conversation.draft || dialog.close();
    }
  });
  dialog.addEventListener('cancel', event => conversation.draft && event.preventDefault());

  dialog.addEventListener('close', () => {
    visualViewport?.removeEventListener('resize', fit);
    conversation.end();
    dialog.remove();
    onClose();
  });

  // A telephone's keyboard covers the page instead of shrinking it. Zooming in is not that.
  const fit = () => dialog.style.setProperty('--visible-height', `${visualViewport.height * visualViewport.scale}px`);
  visualViewport?.addEventListener('resize', fit);

  document.body.append(dialog);
  matchMedia(NARROW).matches ? dialog.showModal() : dialog.show();
  // Until there is somewhere to write; otherwise « Quitter vite » would have it.
  dialog.focus();
  start();
}

/** In the list of messages and of suggested answers, Escape already means « back to writing ». */
function inTranscriptHistory(target) {
  return Boolean(target.closest('.webchat__basic-transcript, .webchat__suggested-actions, .webchat__keyboard-help'));
}

function phoneLink(phone) {
  const link = document.createElement('a');
  link.href = `tel:${phone.replace(/\s/g, '')}`;
  link.textContent = phone.replaceAll(' ', '\u00a0');

  return link;
}
