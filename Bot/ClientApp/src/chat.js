// The two places of the chat: a window over the clinic's page, or a whole page that stands in a frame.
import { ChatWindow } from './chatWindow.js';
import { onLeave } from './leave.js';

const NARROW = '(max-width: 40rem)';

/** Opens the chat over the page; what the window holds is erased when it closes. */
export function openChat(phone, onClose) {
  const dialog = document.createElement('dialog');
  const close = () => dialog.close();
  const chat = new ChatWindow(dialog, {
    heading: 'h2',
    onClose: close,
    onEscape: () => chat.hasDraft || close(),
    phone
  });

  // « Back » on a telephone closes the window unless it would lose what the patient is writing.
  dialog.addEventListener('cancel', event => chat.hasDraft && event.preventDefault());
  dialog.addEventListener('close', () => {
    visualViewport?.removeEventListener('resize', fit);
    chat.dispose();
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
  chat.start();
}

/**
 * Makes the page a chat.
 * @param {HTMLElement} main
 * @param {string} phone
 * @param {{ listen: (listeners: object) => void, tell: (type: string, count?: number) => void }} [host] the script that made
 * the frame, if one did
 */
export function fillPage(main, phone, host) {
  let minimised = false;
  let unread = 0;

  const minimise = () => {
    minimised = true;
    host.tell('minimise');
  };

  const chat = new ChatWindow(main, {
    heading: 'h1',
    onClose: () => (host ? host.tell('close') : chat.sayClosed()),
    onEscape: () => host && minimise(),
    onMinimise: host && minimise,
    onReply: () => minimised && host.tell('unread', ++unread),
    phone
  });

  host && onLeave(() => host.tell('leave'));
  host?.listen({
    minimised: () => (minimised = true),
    open: () => {
      minimised = false;
      unread = 0;
      // A frame that was hidden takes no focus before it is drawn again.
      requestAnimationFrame(() => chat.focus());
    }
  });

  chat.start();
}
