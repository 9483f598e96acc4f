/** Takes the place in the page along to the other language: fragments are the same in all of them. */

for (const list of document.querySelectorAll<HTMLElement>('[data-languages]'))
  list.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLAnchorElement)) return;
    // Where the story marks the chapter that is read, that is the place; else what the address says.
    const reading = document.querySelector<HTMLAnchorElement>('.contents [aria-current]');
    target.hash = reading?.hash ?? location.hash;
  });
