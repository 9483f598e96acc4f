/** In the story: the code of a figure opens in place. All that it takes is loaded when someone asks for it. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-embed]') : null;
  // Other buttons and keys mean another tab or window.
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  // Whatever fails on the way, in the file or in an engine that has no dialogs, the link still leads where it says.
  import('./dialog.ts').then(({ openEmbedDialog }) => openEmbedDialog(link)).catch(() => location.assign(link.href));
});
