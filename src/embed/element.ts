/** The element that is named by SLUG. What stands inside it, a link or a picture, is shown where no script runs, and on paper where the chart has not come. */
import { MARK, VERSION } from './protocol.ts';

/** Says something to an embed, in words of the protocol. Not before it has loaded, since it can't hear yet. */
export const say = (frame: HTMLIFrameElement, words: object): void => frame.contentWindow?.postMessage({ [MARK]: VERSION, ...words }, '*');

/** Defines the element, unless another copy of the script has. `embeds` is the address of the folder of embeds. */
export function defineElement(embeds: string): void {
  if (customElements.get(MARK)) return;
  customElements.define(
    MARK,
    class extends HTMLElement {
      static readonly observedAttributes = ['chart', 'version', 'quiet', 'only', 'theme', 'look', 'title', 'language', 'height'];
      private readonly frame = document.createElement('iframe');

      connectedCallback(): void {
        this.attributeChangedCallback();
      }

      /** Shows what the attributes say, after one of them has changed or the element was put into a page. */
      attributeChangedCallback(changed?: string): void {
        const { frame } = this;
        const word = (name: string): string => this.getAttribute(name) ?? '';
        const folder = (name: string): string => (/^\w[\w.-]*$/.test(word(name)) ? `${word(name)}/` : '');
        const chart = folder('chart');
        if (!chart || !this.isConnected) return;
        // The embed itself makes sure that it is one.
        const theme = word('theme');
        const shown =
          embeds +
          folder('language') +
          chart +
          folder('version') +
          (this.hasAttribute('quiet') ? 'quiet/' : '') +
          (folder('only') && 'only/' + folder('only'));
        frame.title = word('title') || this.textContent.trim() || chart;
        // Once a message has fitted the frame, another first height would only make the page jump. Of these the last that CSS takes holds.
        const height = word('height');
        if (!frame.style.maxHeight)
          frame.style.cssText = `border:0;display:block;width:100%;height:560px;height:${height}px;height:${height}`;
        // Asked for when it is told: the attribute may change again before the frame has come.
        const tell = (): void => say(frame, { theme: word('theme') || 'auto' });
        if (changed === 'theme') {
          tell();
          return;
        }
        // A message changes the theme, and a hash the look. A frame that was moved loads anew, and may as well have the theme of now.
        let address = frame.src.split('#')[0] as string;
        if (!changed || address.split('?')[0] !== shown) address = shown + (theme && '?theme=' + theme);
        address += '#' + word('look');
        if (frame.src !== address) frame.src = address;
        frame.onload = (): void => {
          // The slot waited with the frame.
          frame.previousSibling?.remove();
          if (theme || word('theme')) tell();
        };
        if (this.shadowRoot) return;
        // A shadow root: frameworks keep the children that they made, and sheets of the page stay out.
        const root = this.attachShadow({ mode: 'open' });
        frame.loading = 'lazy';
        frame.referrerPolicy = 'no-referrer';
        frame.sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';
        root.append(frame);
        // Comes last: browsers of before 2023 that can't make one have the frame, and stay without.
        const sheet = new CSSStyleSheet();
        // The page's own rules come before these. They are made, not written into the page: its policy may forbid that. The width in
        // a parent that has none to give is `INTRINSIC`.
        sheet.replaceSync(
          ':host(:not([hidden])){display:block;width:100%;container-type:inline-size;contain-intrinsic-width:280px}slot{display:none}@media print{slot{display:block}slot+*{display:none!important}}',
        );
        root.adoptedStyleSheets = [sheet];
        root.prepend(document.createElement('slot'));
      }
    },
  );
}
