/** In the story: the code of a figure opens in place. All that it takes is loaded when someone asks for it. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-embed]') : null;
  // Other buttons and keys mean another tab or window.
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  import('./dialog.ts').then(
    ({ openEmbedDialog }) => openEmbedDialog(link),
    () => location.assign(link.href),
  );
});
