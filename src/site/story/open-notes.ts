/**
 * Notes and terms open beside the place that refers to them: by tap, by key, and notes of numbers under a resting pointer too. Numbers
 * and marks are links to the lists at the end and
 * stay that where this script does not run: here the entry is shown in a popover, nothing is scrolled, and the
 * address stays as it is.
 */
import { attempt } from '../shell/attempt.ts';

const MARKS = 'a.cited, .note a, a.term';
/** Space between the box and its mark, and between the box and the window, in pixels. */
const GAP = 8;
/** How long a pointer rests on a number before its note opens, and how long it may be away from both, in milliseconds. */
const REST = 350;

interface Entry {
  readonly name: string;
  readonly content: Node[];
  readonly all: { readonly href: string; readonly words: string };
}

/** The entry that a mark leads to: a note, or the explanation of a term. */
function entryOf(mark: HTMLAnchorElement): Entry | null {
  const target = document.getElementById(mark.hash.slice(1));
  const section = target?.closest<HTMLElement>('[data-all]');
  const body = target?.matches('dt') ? target.nextElementSibling : target;
  if (!target || !section || !body) return null;
  const copy = body.cloneNode(true) as Element;
  for (const back of copy.querySelectorAll('.note-back')) back.remove();
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  const name = target === body ? (mark.getAttribute('aria-label') ?? mark.textContent ?? '') : (target.textContent ?? '');
  return { name, content: [...copy.childNodes], all: { href: `#${target.id}`, words: section.dataset['all'] ?? '' } };
}

/** The mark that an event means. */
function markOf(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>(MARKS) : null;
}

function makeBox(close: string): { box: HTMLElement; title: HTMLElement; body: HTMLElement; all: HTMLAnchorElement } {
  const box = document.createElement('div');
  box.className = 'opened';
  box.popover = 'auto';
  box.tabIndex = -1;
  box.setAttribute('role', 'dialog');
  const title = document.createElement('p');
  title.className = 'opened-title';
  title.id = 'opened-title';
  box.setAttribute('aria-labelledby', title.id);
  const body = document.createElement('div');
  body.id = 'opened-body';
  box.setAttribute('aria-describedby', body.id);
  const foot = document.createElement('p');
  foot.className = 'opened-foot';
  const all = document.createElement('a');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = close;
  button.addEventListener('click', () => box.hidePopover());
  foot.append(all, button);
  box.append(title, body, foot);
  return { box, title, body, all };
}

/** Puts the box under its mark, or above where there is more room; never over the mark, never outside the window. */
function placeBox(box: HTMLElement, mark: Element): void {
  const { top, bottom, left } = mark.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  // The way out and the line with the chapter keep their place at the lower edge.
  const floor = document.querySelector('.leave-page')?.getBoundingClientRect().top ?? innerHeight;
  const below = floor - bottom - 2 * GAP;
  const above = top - 2 * GAP;
  const { style } = box;
  style.maxBlockSize = '';
  const under = box.offsetHeight <= below || below >= above;
  style.maxBlockSize = `${Math.max(96, under ? below : above)}px`;
  style.left = `${scrollX + Math.max(GAP, Math.min(left - 2 * GAP, width - box.offsetWidth - GAP))}px`;
  style.top = `${scrollY + (under ? bottom + GAP : top - GAP - box.offsetHeight)}px`;
}

function listen(): void {
  const { box, title, body, all } = makeBox(document.querySelector<HTMLElement>('[data-close]')?.dataset['close'] ?? '');
  /** The mark beside which the box stands, while it is open. */
  let anchor: HTMLAnchorElement | null = null;
  /** The mark whose box was open when the pointer went down: that press closes it, so its click opens nothing. */
  let pressedOn: HTMLAnchorElement | null = null;
  /** Whether the box opened under a resting pointer, and closes when the pointer leaves. */
  let passing = false;
  let timer = 0;

  const leave = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => !isIntersecting)) box.hidePopover();
  });

  const open = (mark: HTMLAnchorElement, entry: Entry, resting = false): void => {
    clearTimeout(timer);
    passing = resting;
    title.textContent = entry.name;
    body.replaceChildren(...entry.content);
    all.href = entry.all.href;
    all.textContent = entry.all.words;
    // A mark inside the box opens in the same place.
    if (!anchor) {
      anchor = mark;
      // Beside its mark in the document too, so that Tab goes into it and on to the text that follows.
      (mark.closest('sup') ?? mark).after(box);
      // Closing gives the focus back to what had it.
      if (!resting) mark.focus({ preventScroll: true });
      box.showPopover();
      mark.setAttribute('aria-expanded', 'true');
      leave.observe(mark);
    }
    placeBox(box, anchor);
    box.scrollTop = 0;
    if (!resting) box.focus({ preventScroll: true });
  };

  box.addEventListener('beforetoggle', (event) => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    anchor?.removeAttribute('aria-expanded');
    leave.disconnect();
    anchor = null;
  });
  // Tab past the end of the box is moving on.
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) box.hidePopover();
  });
  all.addEventListener('click', () => box.hidePopover());
  document.body.classList.add('opens-notes');
  addEventListener('resize', () => anchor && placeBox(box, anchor));
  addEventListener(
    'pointerdown',
    ({ target }) => {
      clearTimeout(timer);
      // A press on a number whose note opened in passing keeps it.
      pressedOn = anchor && !passing && markOf(target) === anchor ? anchor : null;
    },
    true,
  );
  document.addEventListener('pointerover', ({ target, pointerType, buttons }) => {
    if (pointerType !== 'mouse' || buttons !== 0 || (anchor && !passing)) return;
    clearTimeout(timer);
    const mark = markOf(target);
    if (mark && mark === anchor) return;
    if (target instanceof Node && box.contains(target)) return;
    timer = window.setTimeout(() => {
      if (anchor && passing) box.hidePopover();
      const entry = mark?.matches('a.cited') ? entryOf(mark) : null;
      if (mark && entry) open(mark, entry, true);
    }, REST);
  });
  document.addEventListener('click', (event) => {
    const { button, metaKey, ctrlKey, shiftKey, altKey, detail } = event;
    if (event.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
    const mark = markOf(event.target);
    if (!mark) return;
    // Who selects a number to copy it does not ask where it comes from.
    if (mark.matches('a.cited') && getSelection()?.isCollapsed === false && detail > 0) return event.preventDefault();
    const entry = entryOf(mark);
    if (!entry) return;
    event.preventDefault();
    if (detail === 0 || pressedOn !== mark) open(mark, entry);
  });
}

if ('popover' in HTMLElement.prototype) attempt(listen);
