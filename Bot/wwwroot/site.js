// The page around the chat: the clinic's own name, telephone and hours, and the button that loads the chat on demand.
const CHAT = '/assets/chat.js';

const openButton = document.getElementById('open');
const failure = document.getElementById('failure');

let clinic = { name: '', address: '', phone: '', opening: [] };

openButton.addEventListener('click', async () => {
  openButton.disabled = true;
  failure.textContent = '';

  try {
    const { openChat } = await import(CHAT);
    openChat(clinic, () => {
      openButton.disabled = false;
      openButton.focus();
    });
  } catch {
    openButton.disabled = false;
    failure.textContent = 'La discussion n’a pas pu s’ouvrir. Réessayez dans un instant, ou appelez la clinique.';
  }
});

// For who is watched: nothing stays on the screen, and « back » does not return here.
document.getElementById('leave').addEventListener('click', () => location.replace('about:blank'));

const response = await fetch('/clinic.json', { credentials: 'omit' }).catch(() => undefined);

if (response?.ok) {
  clinic = await response.json();
  show(clinic);
}

function show({ name, address, phone, opening }) {
  const spoken = phone.replaceAll(' ', '\u00a0');

  document.title = `${name}, accueil des patients`;
  part('name').textContent = name;
  part('address').textContent = address;
  part('phone').textContent = `\u00a0: ${spoken}`;
  parts('phone-link').forEach(link => (link.href = `tel:${phone.replace(/\s/g, '')}`));
  part('opening').replaceChildren(
    ...opening.map(hours => {
      const item = document.createElement('li');
      item.textContent = hours.replace(/ h\b/g, '\u00a0h');

      return item;
    })
  );
}

function part(name) {
  return parts(name)[0];
}

function parts(name) {
  return document.querySelectorAll(`[data-clinic="${name}"]`);
}
