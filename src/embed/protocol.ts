/**
 * What an embed and the page around it say to each other, version 1. Both scripts are built from this file;
 * `/embed/` documents it. A change that a version 1 listener would misread is a new version.
 */
import { SLUG as MARK } from '../data/name.ts';
import { LEAST_HEIGHT, MOST_HEIGHT, VERSION } from './limits.ts';

export * from './limits.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/**
 * The one object that an embed posts when its height changes. Beside our own mark it carries what AMP's
 * `embed-size`, `@newswire/frames`, sidechain and Datawrapper's listeners look for, so that one message serves all.
 */
export interface HeightMessage {
  readonly [MARK]: typeof VERSION;
  readonly height: number;
  readonly sentinel: 'amp';
  readonly type: 'embed-size';
  readonly 'datawrapper-height': Readonly<Record<string, number>>;
}

/** What a host may ask of an embed: its height once more, or another theme. */
export interface HostMessage {
  readonly [MARK]: typeof VERSION;
  readonly ask?: 'height';
  readonly theme?: Theme;
}

export function heightMessage(chart: string, height: number): HeightMessage {
  return { [MARK]: VERSION, height, sentinel: 'amp', type: 'embed-size', 'datawrapper-height': { [chart]: height } };
}

/** The own property of an object that came from elsewhere; `undefined` for all else, so that no prototype is ever asked. */
export function own(data: unknown, name: string): unknown {
  return Object.getOwnPropertyDescriptor(Object(data), name)?.value;
}

export function isOurs(data: unknown): boolean {
  return own(data, MARK) === VERSION;
}

export function isTheme(value: unknown): value is Theme {
  return value === 'auto' || value === 'light' || value === 'dark';
}

/** The height that a message of ours tells, within bounds; `null` where it tells none. */
export function heightIn(data: unknown): number | null {
  // Own properties only, of whatever came: no prototype is ever asked.
  const { [MARK]: version, height }: Record<string, unknown> = { ...(data as object) };
  // False for all that is no number.
  return version === VERSION && Number.isFinite(height) ? Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, Math.ceil(height as number))) : null;
}

/** The property that marks a message as ours; its value is the version. */
export { MARK };
