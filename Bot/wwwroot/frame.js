// The chat as a page of its own. When chat.js has made the frame it stands in, the two agree on when it shows; what is said in
// it never leaves it.
const { origins, phone } = document.documentElement.dataset;
const wait = document.getElementById('wait');

wait.textContent = 'La discussion s’ouvre…';

// Not awaited: the frame counts as loaded, and hears from chat.js, while the chat itself still comes.
import('/assets/chat.js').then(
  ({ fillPage }) => fillPage(document.getElementById('chat'), phone, location.hash === '#widget' ? host() : undefined),
  () => (wait.textContent = 'La discussion n’a pas pu s’ouvrir. Réessayez dans un instant, ou appelez la clinique.')
);

const port = new Promise(resolve => {
  addEventListener('message', ({ data, origin, ports, source }) => {
    const isAllowed = origin === location.origin || origins.split(' ').includes(origin);

    if (source === parent && isAllowed && data === 'chatbot-sante' && ports.length === 1) {
      ports[0].postMessage({ type: 'ready' });
      resolve(ports[0]);
    }
  });
});

function host() {
  return {
    listen: listeners =>
      port.then(opened => {
        opened.onmessage = ({ data }) => listeners[data.type]?.();
      }),
    tell: (type, count) => port.then(opened => opened.postMessage({ type, count }))
  };
}
