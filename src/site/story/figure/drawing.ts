/**
 * A drawing as it stands on a page: named by the texts around it, and with words for browsers that have SVG switched off, as
 * Tor Browser's safest level has. Those take its elements for unknown ones, in which a `desc` is shown; elsewhere it never is.
 */
export function drawingOn(svg: string, named: { readonly name: string; readonly described: string }, instead: string): string {
  return svg.replace(
    /^<svg ([^>]*)>/,
    (_, attributes: string) =>
      `<svg ${named.name} aria-describedby="${named.described}" ${attributes}><desc><span class="no-svg">${instead}</span></desc>`,
  );
}
