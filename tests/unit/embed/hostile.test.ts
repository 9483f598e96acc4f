/** The very scripts that are shipped, run against windows that are not there: whatever messages come, only the right thing happens. */
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { LEAST_HEIGHT, MARK, MOST_HEIGHT } from '../../../src/embed/protocol.ts';
import { embedScript } from '../../../src/site/embeds/assets.ts';

const site = 'https://charts.example';
const address = `${site}/sub/embed.js`;

type Listener = (event: Message) => void;
interface Message {
  readonly source: object | null;
  readonly origin: string;
  readonly data: unknown;
}

let loader = '';
let frame = '';
beforeAll(async () => {
  [loader, frame] = await Promise.all([embedScript(process.cwd(), 'loader'), embedScript(process.cwd(), 'frame')]);
});

class FakeFrame {
  readonly style = { cssText: '' };
  readonly contentWindow = { postMessage: () => undefined };
  readonly clientWidth = 680;
  readonly src: string;
  constructor(src: string) {
    this.src = src;
  }
}

/** A page with these frames and the loader. Says a message, and reads the heights that the frames have been given. */
function hostPage(frames: readonly FakeFrame[], times = 1) {
  const listeners: Listener[] = [];
  class Script {
    readonly src = address;
    readonly dataset = {};
  }
  const context: Record<string, unknown> = {
    HTMLIFrameElement: FakeFrame,
    HTMLScriptElement: Script,
    HTMLElement: class {},
    URL,
    customElements: { get: () => undefined, define: () => undefined },
    document: { currentScript: new Script(), querySelectorAll: () => frames, querySelector: () => null },
    setTimeout: () => 0,
    addEventListener: (name: string, listener: Listener) => {
      if (name === 'message') listeners.push(listener);
    },
  };
  context['window'] = context;
  for (let time = 0; time < times; time++) runInNewContext(loader, context);
  return {
    listeners,
    say: (message: Message) => {
      for (const listener of listeners) listener(message);
    },
    heights: () => frames.map(({ style }) => Number(/.*[;]height:(\d+)px!important;$/.exec(style.cssText)?.[1] ?? 0)),
  };
}

const own = [`${site}/sub/embed/held/`, `${site}/sub/embed/held/`, `${site}/sub/embed/deaths/quiet/?theme=dark`];
const strange = [`${site}/sub/charts/held/`, `${site}/embed/held/`, 'https://evil.example/sub/embed/held/', 'about:blank', ''];

const number = fc.oneof(
  fc.integer({ min: -100, max: 20_000 }),
  fc.double(),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1e300, -0, Number.MAX_SAFE_INTEGER),
);
const value = fc.oneof(number, fc.string(), fc.constantFrom('900', null, undefined, true, 900n), fc.array(number), fc.anything());
const data = fc.oneof(
  { weight: 3, arbitrary: number.map((height) => ({ [MARK]: 1, height })) },
  {
    weight: 2,
    arbitrary: fc.record({ [MARK]: fc.oneof(fc.constant(1), value), height: value, theme: value, ask: value }, { requiredKeys: [] }),
  },
  { weight: 1, arbitrary: value.map((height) => JSON.parse(`{"__proto__":{"${MARK}":1,"height":${JSON.stringify(String(height))}}}`)) },
  { weight: 1, arbitrary: fc.constant(Object.create({ [MARK]: 1, height: 600 })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ constructor: { prototype: { height: 1 } } }, { sentinel: 'amp', type: 'embed-size', height: 700 }),
  },
  { weight: 1, arbitrary: value },
);
const origins = fc.constantFrom(
  site,
  site,
  site,
  'null',
  '',
  'https://evil.example',
  `${site}.evil.example`,
  'http://charts.example',
  `${site}:8443`,
);

describe('the loader', () => {
  test('of any sequence of messages, a frame keeps the last height that it told itself, from its own address', () => {
    const sources = fc.integer({ min: -2, max: own.length + strange.length - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(sources, origins, data), { maxLength: 60 }), fc.integer({ min: 1, max: 3 }), (messages, times) => {
        const frames = [...own, ...strange].map((src) => new FakeFrame(src));
        const page = hostPage(frames, times);
        const expected = frames.map(() => 0);
        for (const [at, origin, data] of messages) {
          page.say({ source: at === -2 ? null : (frames[at]?.contentWindow ?? {}), origin, data });
          const height =
            typeof data === 'object' && data !== null && Object.hasOwn(data, MARK) && data[MARK] === 1 && Object.hasOwn(data, 'height')
              ? data.height
              : null;
          if (at >= 0 && at < own.length && origin === site && typeof height === 'number' && Number.isFinite(height))
            expected[at] = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, Math.ceil(height)));
        }
        expect(page.heights()).toEqual(expected);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('a frame that is removed, or one that takes its place, is never given the other’s height', () => {
    const frames = [new FakeFrame(own[0] ?? ''), new FakeFrame(own[1] ?? '')];
    const page = hostPage(frames);
    const message = (frame: FakeFrame, height: number): Message => ({
      source: frame.contentWindow,
      origin: site,
      data: { [MARK]: 1, height },
    });
    const [first, second] = frames.slice();
    if (!first || !second) throw new Error('two frames were made');
    page.say(message(first, 500));
    // The message is under way while the frame goes and comes back with a window of its own, as one that is moved does.
    const late = message(first, 900);
    frames.splice(0, 1, new FakeFrame(own[0] ?? ''));
    Reflect.set(first, 'contentWindow', null);
    page.say(late);
    page.say({ ...late, source: null });
    expect(page.heights()).toEqual([0, 0]);
    page.say(message(second, 400));
    expect(page.heights()).toEqual([0, 400]);
  });

  test('included many times it listens once', () => {
    expect(hostPage([], 20).listeners.length).toBe(1);
  });

  test('a flood of heights in the wrong words costs no search of the page', () => {
    let searches = 0;
    const frames = [new FakeFrame(own[0] ?? '')];
    const page = hostPage(frames);
    const counted = new Proxy(frames, {
      get: (target, name) => {
        searches++;
        return Reflect.get(target, name);
      },
    });
    const fresh = hostPage(counted);
    searches = 0;
    for (let at = 0; at < 10_000; at++) fresh.say({ source: {}, origin: 'https://evil.example', data: { [MARK]: 1, height: at } });
    for (let at = 0; at < 10_000; at++) fresh.say({ source: {}, origin: site, data: { [MARK]: 2, height: at } });
    expect(searches).toBe(0);
    expect(page.heights()).toEqual([0]);
  });
});

/** An embed in a page that is not there: what it posts, and what it wears. */
function embed({ hash = '', search = '', width = 680 } = {}) {
  const listeners: Listener[] = [];
  const timers: (() => void)[] = [];
  const posted: unknown[] = [];
  const size = { width, height: 512.3 };
  const observers: (() => void)[] = [];
  const dataset: Record<string, string> = { chart: 'held' };
  const sheet = {
    cssRules: ['first'],
    insertRule: (rule: string, at: number) => sheet.cssRules.splice(at, 0, rule),
    deleteRule: (at: number) => sheet.cssRules.splice(at, 1),
  };
  const parent = { postMessage: (message: unknown) => posted.push(message) };
  const context: Record<string, unknown> = {
    URLSearchParams,
    parent,
    location: { hash, search },
    console: { info: () => undefined },
    document: { documentElement: { dataset, toggleAttribute: () => undefined, getBoundingClientRect: () => size }, styleSheets: [sheet] },
    getComputedStyle: () => ({ getPropertyValue: () => '#fcfbf8' }),
    matchMedia: () => ({ addEventListener: () => undefined }),
    setTimeout: (run: () => void) => timers.push(run),
    ResizeObserver: class {
      constructor(notice: () => void) {
        observers.push(notice);
      }
      observe = () => undefined;
    },
    addEventListener: (name: string, listener: Listener) => {
      if (name === 'message') listeners.push(listener);
      if (name === 'DOMContentLoaded') listener({ source: null, origin: '', data: null });
    },
  };
  context['window'] = context;
  runInNewContext(frame, context);
  return {
    parent,
    posted,
    dataset,
    size,
    rules: () => sheet.cssRules.slice(1),
    say: (message: Message) => {
      for (const listener of listeners) listener(message);
    },
    resize: () => {
      for (const notice of observers) notice();
    },
    wait: () => {
      for (const run of timers.splice(0)) run();
    },
  };
}

const hosts = fc.constantFrom('https://paper.example', 'https://paper.example', 'null', '');
const words = fc.oneof(
  data,
  fc.constantFrom<unknown>(
    { [MARK]: 1, ask: 'height' },
    { [MARK]: 1, theme: 'dark' },
    { [MARK]: 1, theme: 'light' },
    { type: 'iframe-child-init' },
    { sentinel: 'amp', type: 'frames-init' },
    '[iFrameSizer]a1:8:false:false:32',
    '[iFrameSizer]resize',
    '[iFrameSizer]message:"8:true:"',
    '[iFrameSizer]pageInfo:{"x":1}',
    'pymxPYMxslotxPYMxwidthxPYMx680',
  ),
  fc.string().map((text) => `[iFrameSizer]${text}`),
);

describe('an embed', () => {
  test('whatever is said to it, it posts few messages of known forms, and wears one of three themes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), hosts, words), { maxLength: 200 }), (messages) => {
        const { parent, posted, dataset, rules, say, wait } = embed({ search: '?childId=slot' });
        for (const [fromParent, origin, data] of messages) say({ source: fromParent ? parent : {}, origin, data });
        // The height and pym's line at the start; one greeting for each new id of iframe-resizer; nothing else until the moment has passed.
        const ids = new Set(posted.slice(2).map((message) => String(message).split(':')[0]));
        expect(posted.length - 2).toBeGreaterThanOrEqual(ids.size);
        for (const message of posted.slice(2)) expect(message).toMatch(/^\[iFrameSizer\][\p{L}\p{N}_. -]{1,100}:513:680:init$/u);
        const before = posted.length;
        wait();
        expect(posted.length - before).toBeLessThanOrEqual(4);
        for (const message of posted.slice(before))
          expect(
            typeof message === 'string'
              ? /:513:680:resizeObserver$|^pymxPYMxslotxPYMxheightxPYMx513$/.test(message)
              : Object(message).height === 513,
          ).toBe(true);
        expect([undefined, 'light', 'dark']).toContain(dataset['theme']);
        expect(rules()).toEqual([':root:root{}']);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('nothing is answered, and no theme is changed, for a stranger or a page without an origin', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 50 }), fc.boolean(), (messages, stranger) => {
        const { parent, posted, dataset, say, wait } = embed();
        const before = posted.length;
        for (const data of messages) say({ source: stranger ? {} : parent, origin: stranger ? 'https://paper.example' : 'null', data });
        wait();
        expect(posted.length).toBe(before);
        expect(dataset['theme']).toBeUndefined();
      }),
    );
  });

  test('without a size, as in a closed tab, it says nothing; with one, it says it once', () => {
    const { posted, size, resize } = embed();
    const before = posted.length;
    Object.assign(size, { width: 0, height: 0 });
    resize();
    expect(posted.length).toBe(before);
    Object.assign(size, { width: 340, height: 800 });
    resize();
    resize();
    expect(posted.slice(before)).toMatchObject([{ height: 800 }]);
  });

  test('a frame that had no width when it was read tells its height once it has, though no observer is asked while it is hidden', () => {
    const { posted, size, wait } = embed({ width: 0 });
    expect(posted).toEqual([]);
    Object.assign(size, { width: 680 });
    wait();
    expect(posted).toMatchObject([{ height: 513 }]);
    wait();
    expect(posted.length).toBe(1);
  });

  test('a background decides the theme against the host’s message, and a transparent embed is light unless told', () => {
    const dark = embed({ hash: '#background=101010&text=fff' });
    dark.say({ source: dark.parent, origin: 'https://paper.example', data: { [MARK]: 1, theme: 'light' } });
    expect(dark.dataset['theme']).toBe('dark');
    const clear = embed({ hash: '#background=transparent' });
    expect(clear.dataset['theme']).toBe('light');
    clear.say({ source: clear.parent, origin: 'https://paper.example', data: { [MARK]: 1, theme: 'dark' } });
    expect(clear.dataset['theme']).toBe('dark');
    expect(embed({ hash: '#background=transparent', search: '?theme=auto' }).dataset['theme']).toBeUndefined();
  });

  test('an accent colours links only where it stays legible on the paper', () => {
    expect(embed({ hash: '#accent=ffcc00' }).rules()).toEqual([':root:root{--accent:#ffcc00}']);
    expect(embed({ hash: '#accent=7a1f5c' }).rules()).toEqual([':root:root{--accent:#7a1f5c;--link:#7a1f5c;--focus:#7a1f5c}']);
    expect(embed({ hash: '#accent=ffcc00&background=101010' }).rules()[0]).toContain('--link:#ffcc00');
  });
});
