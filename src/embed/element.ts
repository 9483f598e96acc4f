/** The element `<no-empty-cells>`. What stands inside it, a link or a picture, is shown where no script runs. */
import { MARK, VERSION } from './protocol.ts';

/** Height of a frame that says none, in CSS pixels. */
const HEIGHT = 560;
/** The page's own rules come before these. They are made, not written into the page: its policy may forbid that. */
const RULES = ':host{display:block;width:100%;container-type:inline-size}:host([hidden]){display:none}';

/** Defines the element, unless another copy of the script has. `embeds` is the address of the folder of embeds. */
export function defineElement(embeds: string): void {
  if (customElements.get(MARK)) return;
  customElements.define(
    MARK,
    class extends HTMLElement {
      static readonly observedAttributes = ['chart', 'version', 'quiet', 'theme', 'look', 'title', 'language'];
      readonly #frame = document.createElement('iframe');
      /** The document shown, with the theme that it began with. A message changes that, a hash the look. */
      #address = '';

      connectedCallback(): void {
        this.#show();
      }

      attributeChangedCallback(name: string): void {
        if (this.isConnected) this.#show(name);
      }

      /** Shows what the attributes say, after one of them has changed or the element was put into a page. */
      #show(changed?: string): void {
        const frame = this.#frame;
        const word = (name: string): string => this.getAttribute(name) ?? '';
        const folder = (name: string): string => (/^\w[\w.-]*$/.test(word(name)) ? `${word(name)}/` : '');
        const chart = folder('chart');
        if (chart === '') return;
        // The embed itself makes sure that it is one.
        const theme = word('theme');
        const tell = (): void => frame.contentWindow?.postMessage({ [MARK]: VERSION, theme: theme || 'auto' }, '*');
        const shown = `${embeds}${folder('language')}${chart}${folder('version')}${this.hasAttribute('quiet') ? 'quiet/' : ''}`;
        frame.title = word('title') || this.textContent?.trim() || chart;
        // A frame that is still loading can't hear yet.
        frame.onload = theme ? tell : null;
        if (!this.shadowRoot) this.#build(word('height'));
        if (changed === 'theme') {
          tell();
          return;
        }
        // A frame that was moved loads anew, and may as well have the theme of now.
        if (!changed || this.#address.split('?')[0] !== shown) this.#address = shown + (theme && `?theme=${theme}`);
        const address = `${this.#address}#${word('look')}`;
        if (!changed || frame.src !== address) frame.src = address;
      }

      /** Puts the frame into a shadow root: frameworks keep the children that they made, and sheets of the page stay out. */
      #build(height: string): void {
        const frame = this.#frame;
        frame.loading = 'lazy';
        frame.referrerPolicy = 'no-referrer';
        frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox');
        frame.style.cssText = `display:block;width:100%;border:0;height:${HEIGHT}px`;
        // Pixels, or what CSS takes for a height; else it stays.
        frame.style.height = /^\d+$/.test(height) ? `${height}px` : height;
        const root = this.attachShadow({ mode: 'open' });
        root.append(frame);
        if (!root.adoptedStyleSheets) return;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(RULES);
        root.adoptedStyleSheets = [sheet];
      }
    },
  );
}
