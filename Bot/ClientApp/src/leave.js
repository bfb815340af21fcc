/** « Quitter vite », for who is watched: nothing stays on the screen, and « back » does not return here. */
export function leave() {
  location.replace('about:blank');
}
