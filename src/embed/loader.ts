/**
 * `/embed.js`, the script that a host may include, once or more often: it fits our frames to their heights and
 * knows the element `<no-empty-cells chart="…">`. It listens only to frames of its own address.
 */
import { heightIn, isTheme, MARK, VERSION } from './protocol.ts';

/** Where the script itself comes from: embeds stand beside it. */
const base = document.currentScript instanceof HTMLScriptElement ? new URL('.', document.currentScript.src) : null;

const frames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter(({ src }) => base !== null && src.startsWith(`${base.href}embed/`));

const setHeight = (frame: HTMLIFrameElement, height: number): void => {
  const set = (name: string, value: string): void => frame.style.setProperty(name, value, 'important');
  set('max-height', 'none');
  set('min-height', '0');
  // Sheets of a host may count borders and padding into the height.
  set('box-sizing', 'content-box');
  set('padding', '0');
  set('height', `${height}px`);
};

if (base !== null && !customElements.get(MARK)) {
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (origin === 'null' || origin !== base.origin || source === null) return;
    const height = heightIn(data);
    if (height === null) return;
    for (const frame of frames()) if (frame.contentWindow === source) setHeight(frame, height);
  });

  customElements.define(
    MARK,
    class extends HTMLElement {
      connectedCallback(): void {
        const word = (name: string): string => this.getAttribute(name) ?? '';
        const name = (value: string): string => (/^[\w.-]+$/.test(value) ? `${value}/` : '');
        const chart = name(word('chart'));
        if (chart === '' || this.querySelector('iframe')) return;
        const theme = word('theme');
        const frame = document.createElement('iframe');
        frame.src = `${base.href}embed/${chart}${name(word('version'))}${this.hasAttribute('quiet') ? 'quiet/' : ''}${isTheme(theme) ? `?theme=${theme}` : ''}${word('look') && `#${word('look')}`}`;
        frame.title = word('title') || this.textContent?.trim() || 'Chart';
        frame.loading = 'lazy';
        frame.referrerPolicy = 'no-referrer';
        frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox');
        frame.style.cssText = `display:block;width:100%;border:0;height:${Number.parseInt(word('height'), 10) || 560}px`;
        this.replaceChildren(frame);
      }
    },
  );

  // Frames that stand in the page already have told their heights to nobody.
  const ask = (): void => {
    for (const frame of frames()) frame.contentWindow?.postMessage({ [MARK]: VERSION, ask: 'height' }, '*');
  };
  ask();
  addEventListener('DOMContentLoaded', ask);
}
