// The clinic's page: the button that loads the chat on demand, and the one that leaves at once.
const CHAT = '/assets/chat.js';

const { leave, phone } = document.documentElement.dataset;
const openButton = document.getElementById('open');
const failure = document.getElementById('failure');

openButton.addEventListener('click', async () => {
  openButton.disabled = true;
  failure.textContent = '';

  try {
    const { openChat } = await import(CHAT);
    openChat(phone, () => {
      openButton.disabled = false;
      openButton.focus();
    });
  } catch {
    openButton.disabled = false;
    failure.textContent = 'La discussion n’a pas pu s’ouvrir. Réessayez dans un instant, ou appelez la clinique.';
  }
});

// For who is watched: nothing stays on the screen, and « back » does not return here.
document.getElementById('leave').addEventListener('click', () => {
  document.body.replaceChildren();
  location.replace(leave);
});
