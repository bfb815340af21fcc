// « Quitter vite », for who is watched: nothing stays on the screen, and « back » does not return here.
const leaving = new EventTarget();

/** Calls back before the page is left, as long as the signal in the options stands. */
export function onLeave(listener, options) {
  leaving.addEventListener('leave', listener, options);
}

export function leave() {
  leaving.dispatchEvent(new Event('leave'));
  document.body.replaceChildren();
  document.title = '';
  // Out of the frame too, if there is one: a site that let it in cannot keep the patient there.
  top.location.replace(document.documentElement.dataset.leave);
}
