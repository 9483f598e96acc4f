/** The element `<no-empty-cells>`. What stands inside it, a link or a picture, is shown where no script runs. */
import { isTheme, MARK, VERSION } from './protocol.ts';

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
      static readonly observedAttributes = ['chart', 'version', 'quiet', 'theme', 'look', 'title'];
      readonly #frame = document.createElement('iframe');
      /** The address shown, without the theme, which a message can change. */
      #shown = '';

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
        const theme = isTheme(word('theme')) ? word('theme') : 'auto';
        const tell = (): void => frame.contentWindow?.postMessage({ [MARK]: VERSION, theme }, '*');
        const address = `${embeds}${chart}${folder('version')}${this.hasAttribute('quiet') ? 'quiet/' : ''}`;
        const look = `#${word('look')}`;
        frame.title = word('title') || this.textContent?.trim() || chart;
        // A frame that is still loading can't hear yet.
        frame.onload = word('theme') ? tell : null;
        if (!this.shadowRoot) this.#build(word('height'));
        if (changed === 'theme') tell();
        // A frame that was moved loads anew, and may as well have the theme in its address.
        else if (!changed || this.#shown !== address + look) frame.src = `${address}?theme=${theme}${look}`;
        this.#shown = address + look;
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
