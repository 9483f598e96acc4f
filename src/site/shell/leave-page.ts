/**
 * Leaving quickly: the page is covered first and then replaced, so that Back does not return to it. The
 * history of the browser stays as it is, and the page says so.
 *
 * By keys it is left when Shift goes down and up three times alone. Shift is an everyday key: what is a part of a shortcut, of a change
 * of keyboard layout, of a click, of scrolling sideways or of writing is no press, and anything else that is done in between begins
 * the count anew.
 */
import { attempt } from './attempt.ts';

/** Milliseconds from the first press within which the others must come. */
const WITHIN = 5000;
/** Where keys write. */
const FIELDS = 'textarea, select, [contenteditable], input:not([type="range"], [type="checkbox"], [type="radio"])';

attempt(() => {
  const control = document.querySelector<HTMLElement>('[data-leave]');
  const link = control?.querySelector('a');
  const message = control?.querySelector('[role="status"]');
  if (control && link && message) listen(link, message, JSON.parse(control.dataset['leave'] ?? '{}') as Words);
});

interface Words {
  readonly pressed: readonly string[];
  readonly expired: string;
  readonly leaving: string;
}

function listen(link: HTMLAnchorElement, message: Element, words: Words): void {
  let pressed = 0;
  /** Whether Shift is down, and nothing else has happened since. */
  let alone = false;
  let timeout = 0;

  const leave = (): void => {
    const cover = document.createElement('div');
    cover.className = 'leave-cover';
    cover.setAttribute('role', 'alert');
    cover.textContent = words.leaving;
    document.body.textContent = '';
    document.body.append(cover);
    document.title = '\u200B';
    location.replace(link.href);
  };
  const forget = (said: string): void => {
    pressed = 0;
    clearTimeout(timeout);
    message.textContent = said;
  };
  const other = (): void => {
    alone = false;
    if (message.textContent !== '') forget('');
  };

  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  const press = (): void => {
    alone = false;
    pressed += 1;
    message.textContent = words.pressed[pressed - 1] ?? '';
    if (pressed === 1) timeout = window.setTimeout(() => forget(words.expired), WITHIN);
    if (pressed >= 3) leave();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Shift') other();
    else if (event.type === 'keyup' && alone) press();
    else if (event.type === 'keydown' && !event.repeat) {
      const modified = event.altKey || event.ctrlKey || event.metaKey || event.getModifierState('AltGraph');
      const writes = event.target instanceof Element && event.target.closest(FIELDS) !== null;
      // The second of two Shift keys is a shortcut of some systems.
      if (modified || writes || alone) other();
      else alone = true;
    }
  };
  for (const type of ['keydown', 'keyup'] as const) addEventListener(type, onKey, true);
  for (const event of ['pointerdown', 'wheel', 'compositionstart']) addEventListener(event, other, { capture: true, passive: true });
  addEventListener('blur', other);
  // A page that comes back out of the browser's memory would come back covered.
  addEventListener('pageshow', (event) => {
    if (event.persisted && document.querySelector('.leave-cover')) location.reload();
  });
}
