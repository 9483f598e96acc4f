/**
 * A Firefox of this machine, spoken to in WebDriver BiDi: enough to open a page, ask it and print it. Playwright brings a Firefox of its
 * own only; readers have this one.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Firefox {
  open(address: string): Promise<void>;
  size(width: number, height: number): Promise<void>;
  /** What an expression gives, as JSON has it. */
  ask(expression: string): Promise<unknown>;
  /** The page as it is printed on paper of a size in centimetres: a PDF. The margins are those of the page's own styles. */
  print(width: number, height: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** The program that `FIREFOX_PATH` names, or one on the path; `null` where there is none. */
export function findFirefox(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = ['firefox', 'firefox-esr'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env['FIREFOX_PATH'] ?? '', ...found].find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}

export async function startFirefox(program: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const child = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile, MOZ_DISABLE_AUTO_SAFE_MODE: '1' },
  });
  const socket = new WebSocket(`${await addressOf(child)}/session`);
  await new Promise((opened, failed) => {
    socket.addEventListener('open', opened);
    socket.addEventListener('error', () => failed(new Error('Firefox does not answer')));
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const send = async (method: string, params: object): Promise<Result> => {
    const id = ++last;
    const { result, message } = await new Promise<Answer>((answered) => {
      waiting.set(id, answered);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (!result) throw new Error(`${method}: ${message}`);
    return result;
  };
  await send('session.new', { capabilities: {} });
  const { contexts } = await send('browsingContext.getTree', {});
  const context = contexts?.[0]?.context;
  return {
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    size: async (width, height) => void (await send('browsingContext.setViewport', { context, viewport: { width, height } })),
    ask: async (expression) => {
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
        target: { context },
        awaitPromise: true,
      });
      if (!result) throw new Error(exceptionDetails?.text ?? 'no answer');
      return JSON.parse(result.value);
    },
    print: async (width, height) => {
      const { data } = await send('browsingContext.print', {
        context,
        page: { width, height },
        margin: { top: 0, bottom: 0, left: 0, right: 0 },
      });
      return Buffer.from(data ?? '', 'base64');
    },
    close: async () => {
      socket.close();
      const gone = new Promise((exited) => child.once('exit', exited));
      child.kill();
      await gone;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

interface Result {
  readonly contexts?: readonly { readonly context: string }[];
  readonly result?: { readonly value: string };
  readonly data?: string;
  readonly exceptionDetails?: { readonly text: string };
}

interface Answer {
  readonly id: number;
  readonly result?: Result;
  readonly message?: string;
}

/** Firefox writes the address to its log when it is ready. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    child.stderr?.on('data', (part: Buffer) => {
      text += part;
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(text) ?? [];
      if (address) found(address);
    });
    child.once('exit', () => failed(new Error(`Firefox ended: ${text}`)));
  });
}
