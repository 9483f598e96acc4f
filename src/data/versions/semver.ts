/** Versions of the data, by semantic versioning and the version recipe of Data Package. */

/** From the smallest to the largest. */
export const bumps = ['patch', 'minor', 'major'] as const;
export type Bump = (typeof bumps)[number];

/** The largest of several bumps; `null` for none. */
export function largest(found: readonly Bump[]): Bump | null {
  return bumps.findLast((bump) => found.includes(bump)) ?? null;
}

export function isSmaller(bump: Bump, than: Bump): boolean {
  return bumps.indexOf(bump) < bumps.indexOf(than);
}

const pattern = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

export function isVersion(text: string): boolean {
  return pattern.test(text);
}

function partsOf(version: string): [number, number, number] {
  const [, major = '0', minor = '0', patch = '0'] = pattern.exec(version) ?? [];
  return [Number(major), Number(minor), Number(patch)];
}

/** Orders versions by number: 1.9.0 stands before 1.10.0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** The version after `version`. Before the first release it is 0.0.0, so that the first, a major one, is 1.0.0. */
export function bumped(version: string, bump: Bump): string {
  const [major, minor, patch] = partsOf(version);
  if (bump === 'major') return `${major + 1}.0.0`;
  return bump === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
