/**
 * Leaving quickly: the page is covered first and then replaced, so that Back does not return to it. The
 * history of the browser stays as it is, and the page says so.
 */

/** Milliseconds within which the three presses must come. */
const WITHIN = 5000;

const control = document.querySelector<HTMLElement>('[data-leave]');
const link = control?.querySelector('a');
const message = control?.querySelector('[role="status"]');
if (control && link && message) {
  const words = JSON.parse(control.dataset['leave'] ?? '{}') as { pressed: string[]; leaving: string };
  let pressed = 0;
  let alone = false;
  let timeout = 0;

  const leave = (): void => {
    const cover = document.createElement('div');
    cover.className = 'leave-cover';
    cover.setAttribute('role', 'alert');
    cover.textContent = words.leaving;
    document.body.replaceChildren(cover);
    document.title = '\u200B';
    location.replace(link.href);
  };
  const forget = (): void => {
    pressed = 0;
    message.textContent = '';
  };

  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener('keydown', (event) => {
    // Shift that is held for a capital letter or a shortcut is no press.
    alone = event.key === 'Shift' && !event.repeat;
  });
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return;
    pressed += 1;
    if (pressed >= 3) return leave();
    message.textContent = words.pressed[pressed - 1] ?? '';
    clearTimeout(timeout);
    timeout = window.setTimeout(forget, WITHIN);
  });
  // A page that comes back out of the browser's memory would come back covered.
  addEventListener('pageshow', (event) => {
    if (event.persisted && document.querySelector('.leave-cover')) location.reload();
  });
}
