import { expect, test } from 'vitest';
import { Progress, taken } from '../../../src/commands/progress.ts';

/** What a terminal, or a file, has got, and what a person then sees on it. */
class Screen {
  readonly isTTY: boolean;
  readonly columns = 24;
  text = '';

  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }

  write(text: string): void {
    this.text += text;
  }

  /** The lines as they stand: `\r\x1b[K` empties the line on which it is written. */
  get lines(): string[] {
    return this.text.split('\n').map((line) => line.split('\r\x1b[K').at(-1) ?? '');
  }
}

function work(screen: Screen, quiet = false): Progress {
  const progress = new Progress(screen, { quiet });
  progress.begin('Checking');
  progress.done('checked 3 tables');
  progress.begin('Images');
  for (let done = 1; done <= 160; done++) progress.count('Images', done, 160);
  return progress;
}

test('on a terminal one line moves, and what is done stays', () => {
  const screen = new Screen(true);
  const progress = work(screen);
  expect(screen.lines).toEqual(['checked 3 tables', 'Images 160 of 160 ...']);
  progress.done('wrote 160 images');
  expect(screen.lines).toEqual(['checked 3 tables', 'wrote 160 images', '']);
});

test('elsewhere lines are plain and few', () => {
  const screen = new Screen(false);
  work(screen).done('wrote 160 images');
  for (const control of ['\r', '\x1b']) expect(screen.text).not.toContain(control);
  expect(screen.lines).toEqual([
    'Checking ...',
    'checked 3 tables',
    'Images ...',
    'Images 40 of 160 ...',
    'Images 80 of 160 ...',
    'Images 120 of 160 ...',
    'wrote 160 images',
    '',
  ]);
});

test.each([true, false])('asked to be quiet it writes nothing (terminal: %s)', (isTTY) => {
  const screen = new Screen(isTTY);
  const progress = work(screen, true);
  progress.done('wrote 160 images');
  progress.end();
  expect(screen.text).toBe('');
});

test.each([true, false])('a fault in the middle stands whole in lines of its own (terminal: %s)', (isTTY) => {
  const screen = new Screen(isTTY);
  const progress = work(screen);
  progress.end();
  progress.end();
  screen.write('data/a.csv:1:1 broken\nThe build stopped.\n');
  expect(screen.lines.slice(-3)).toEqual(['data/a.csv:1:1 broken', 'The build stopped.', '']);
  expect(screen.lines.filter((line) => line === '')).toHaveLength(1);
});

test('a line never wraps, since a wrapped line can’t be taken back', () => {
  const screen = new Screen(true);
  new Progress(screen).begin('a step with a name that is longer than the terminal is wide');
  expect(screen.lines.at(-1)).toHaveLength(screen.columns - 1);
});

test.each([
  [8_440, '8.4 s'],
  [59_940, '59.9 s'],
  [59_960, '1 min 0 s'],
  [131_600, '2 min 12 s'],
])('%d ms are %s', (milliseconds, text) => {
  expect(taken(milliseconds)).toBe(text);
});
