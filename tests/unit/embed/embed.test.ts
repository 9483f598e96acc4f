/** What embeds accept from outside: messages, ids, tokens; and names that must not appear in quiet ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RenderedChart } from '../../../src/charts/render.ts';
import { isFramesGreeting, isOpenResizer, isPymAsking, pymHeight, pymId, resizerHeight, resizerId } from '../../../src/embed/dialects.ts';
import { heightIn, heightMessage, isOurs, isTheme, LEAST_HEIGHT, MARK, MOST_HEIGHT } from '../../../src/embed/protocol.ts';
import { nameless, withoutNames } from '../../../src/embed/quiet.ts';
import { contrast, densities, fonts, LEAST_CONTRAST, linkColour, readLook } from '../../../src/embed/tokens.ts';

/** Anything that structured cloning can bring, and objects that look almost right. */
const messages = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withNullPrototype: true }),
  fc.record(
    { [MARK]: fc.oneof(fc.constant(1), fc.anything()), height: fc.anything(), theme: fc.anything(), ask: fc.anything() },
    { requiredKeys: [] },
  ),
);

describe('messages', () => {
  test('whatever comes, a height is a whole number within bounds or none', () => {
    fc.assert(
      fc.property(messages, (data) => {
        const height = heightIn(data);
        if (height === null) return;
        expect(isOurs(data)).toBe(true);
        expect(Number.isInteger(height) && height >= LEAST_HEIGHT && height <= MOST_HEIGHT).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a height that is told is the height that is heard', () => {
    fc.assert(
      fc.property(fc.integer({ min: LEAST_HEIGHT, max: MOST_HEIGHT }), (height) => {
        expect(heightIn(structuredClone(heightMessage('held', height)))).toBe(height);
      }),
    );
  });

  test.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    '500',
    [500],
    { valueOf: () => 500 },
    null,
    undefined,
    true,
    500n,
  ])('the height %s is none', (height) => expect(heightIn({ [MARK]: 1, height })).toBeNull());

  test('another version, or a mark that is inherited, is not ours', () => {
    expect(heightIn({ [MARK]: 2, height: 500 })).toBeNull();
    expect(heightIn({ [MARK]: '1', height: 500 })).toBeNull();
    expect(heightIn(Object.create({ [MARK]: 1, height: 500 }))).toBeNull();
    expect(heightIn(JSON.parse(`{"__proto__":{"${MARK}":1,"height":500}}`))).toBeNull();
  });

  test('no message changes what objects inherit', () => {
    fc.assert(
      fc.property(messages, (data) => {
        for (const read of [heightIn, isOurs, isTheme, resizerId, isOpenResizer, isFramesGreeting]) read(data);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });
});

describe('dialects', () => {
  test('an id goes back into a message only when it can break nothing there', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const found = pymId(`?childId=${encodeURIComponent(id)}`);
        if (found !== null) expect(pymHeight(found, 5)).toMatch(/^pymxPYMx[\w.:-]+xPYMxheightxPYMx5$/);
        const resizer = resizerId(`[iFrameSizer]${id}:8:false`);
        if (resizer !== null)
          expect(resizerHeight(resizer, 1, 2, 'init').split(':')).toEqual([`[iFrameSizer]${resizer}`, '2', '1', 'init']);
      }),
    );
  });

  test('greetings are known by their form', () => {
    expect(resizerId('[iFrameSizer]iFrameResizer0:8:false:false:32')).toBe('iFrameResizer0');
    expect(resizerId('[iFrameSizer]')).toBeNull();
    // What iframe-resizer says later is no greeting of a frame with that name.
    for (const later of ['resize', 'message:"12"', 'message:"12:8:true:"', 'pageInfo:{"iframeHeight":8}', 'reset'])
      expect(resizerId(`[iFrameSizer]${later}`), later).toBeNull();
    expect(isPymAsking('pymxPYMxslotxPYMxwidthxPYMx680', 'slot')).toBe(true);
    expect(isPymAsking('pymxPYMxotherxPYMxwidthxPYMx680', 'slot')).toBe(false);
    expect(isPymAsking('pymxPYMxnullxPYMxwidthxPYMx680', null)).toBe(false);
    expect(pymId('?initialWidth=700&childId=slot&parentUrl=x')).toBe('slot');
    expect(pymId('')).toBeNull();
    expect(isOpenResizer({ type: 'iframe-child-init' })).toBe(true);
    expect(isFramesGreeting({ sentinel: 'amp', type: 'frames-init' })).toBe(true);
  });
});

const colour = fc.stringMatching(/^(?:[0-9a-f]{3}|[0-9a-f]{6})$/);

describe('tokens', () => {
  test('whatever the hash, each property has a value of the known forms', () => {
    const hashes = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.tuple(
            fc.constantFrom('accent', 'text', 'background', 'font', 'corner', 'density', '__proto__'),
            fc.oneof(fc.string(), colour, fc.constantFrom('serif', 'constructor', 'transparent', '8', 'url(//x)')),
          ),
        )
        .map((pairs) => new URLSearchParams(pairs).toString()),
    );
    const known = new Set([...Object.values(fonts), ...Object.values(densities)]);
    fc.assert(
      fc.property(hashes, (hash) => {
        for (const value of readLook(`#${hash}`).properties.values())
          expect(known.has(value) || /^(?:#[0-9a-f]{3}|#[0-9a-f]{6}|\d{1,2}px)$/.test(value), value).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('text on a given background is legible or refused', () => {
    fc.assert(
      fc.property(colour, colour, (text, background) => {
        const { properties, ignored } = readLook(`text=${text}&background=${background}`);
        const legible = contrast(`#${text}`, `#${background}`) >= LEAST_CONTRAST;
        expect(properties.has('--ink')).toBe(legible);
        expect(ignored.length).toBe(legible ? 0 : 1);
      }),
    );
  });

  test('an accent is a colour for links only where it can be read', () => {
    fc.assert(
      fc.property(colour, colour, (accent, paper) => {
        expect(linkColour(`#${accent}`, `#${paper}`)).toBe(contrast(`#${accent}`, `#${paper}`) >= LEAST_CONTRAST ? `#${accent}` : null);
      }),
    );
    // In forced colours the paper has no number, so links keep the reader's.
    expect(linkColour('#000', 'Canvas')).toBeNull();
    expect(readLook('accent=fc0')).toMatchObject({ accent: '#fc0', properties: new Map([['--accent', '#fc0']]) });
  });

  test('the contrast of black and white is that of the standard', () => {
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2);
  });

  test('a background decides the theme, and transparent takes none', () => {
    expect(readLook('background=111111').theme).toBe('dark');
    expect(readLook('background=eeeeee').theme).toBe('light');
    expect(readLook('background=transparent')).toMatchObject({ theme: null, transparent: true });
    expect(readLook('background=transparent&text=fff').theme).toBe('dark');
  });

  test.each(['font=Papyrus', 'corner=33', 'corner=-1', 'corner=1e1', 'density=x', 'accent=red', 'accent=1234', 'size=3', 'text=000'])(
    '%s is told and ignored',
    (token) => {
      const { properties, ignored } = readLook(`#${token}`);
      expect([properties.size, ignored.length]).toEqual([0, 1]);
    },
  );
});

describe('quiet', () => {
  const chart: RenderedChart = {
    id: 'x',
    title: 'Anna Doe won, and Doe’s rival lost. Bo Roe was second',
    subtitle: 'Doerr is a word of its own',
    note: '',
    reading: '',
    description: ['By Bo Roe'],
    drawings: { narrow: '<svg><text>Anna Doe</text></svg>', wide: '<svg><text>for Roe, 50</text></svg>' },
    columns: ['For Doe'],
    keys: ['a'],
    rows: [{ cells: [{ text: 'Bo Roe', numeric: false, cell: { kind: 'text', text: 'Bo Roe' } }], sources: [], iso: null }],
    sources: [],
    parts: null,
    histories: [],
    asOf: { iso: '2020-01-01', precision: 'day' },
    tables: [],
  };

  test('roles and numbers stand for full and family names, with a capital where a text begins', () => {
    const quiet = withoutNames(
      chart,
      nameless(['Anna Doe', 'Bo Roe'], { roles: { 'Anna Doe': 'the winner' }, person: (number) => `person ${number}` }),
    );
    expect(quiet.title).toBe('The winner won, and the winner’s rival lost. Person 1 was second');
    expect(quiet.subtitle).toBe(chart.subtitle);
    expect(quiet.description).toEqual(['By person 1']);
    expect(quiet.drawings).toEqual({ narrow: '<svg><text>The winner</text></svg>', wide: '<svg><text>for person 1, 50</text></svg>' });
    expect(quiet.columns).toEqual(['For the winner']);
    expect(quiet.rows[0]?.cells[0]?.text).toBe('Person 1');
  });
});

test('a quiet form knows names in another language, in every case', () => {
  const spelled: Readonly<Record<string, string>> = {
    'Mikola Statkevich': 'Николай Статкевич',
    'Sviatlana Tsikhanouskaya': 'Светлана Тихановская',
    'Andrzej Poczobut': 'Анджей Почобут',
    'Alexander Lukashenko': 'Александр Лукашенко',
  };
  const words = { roles: { 'Alexander Lukashenko': 'действующий президент' }, person: (number: number) => `человек ${number}` };
  const quiet = nameless(Object.keys(spelled), words, { say: (name) => spelled[name] ?? name, declined: true });
  expect(quiet('Освободили Николая Статкевича; Светлану Тихановскую судили заочно, о Тихановской и Почобуте писали')).toBe(
    'Освободили человек 1; человек 2 судили заочно, о человек 2 и человек 3 писали',
  );
  expect(quiet('Лукашенко помиловал статистов')).toBe('Действующий президент помиловал статистов');
});
