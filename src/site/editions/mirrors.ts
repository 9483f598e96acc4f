/** Copies of the site elsewhere that are known, out of `content/mirrors.yml`. */

import { join } from 'node:path';
import { z } from 'zod';
import { SLUG } from '../../data/name.ts';
import { ProblemsError } from '../../data/problem.ts';
import { webFault } from '../../data/safe-text.ts';
import { readText } from '../../data/text-file.ts';
import { readYaml } from '../../data/yaml.ts';

const file = 'content/mirrors.yml';

const schema = z.strictObject({
  mirrors: z.array(
    z.strictObject({
      address: z.string().superRefine((text, context) => {
        const fault = webFault(text);
        if (fault !== null) context.addIssue({ code: 'custom', message: fault });
      }),
      by: z.string().min(1),
      /** The day on which it was last found whole. */
      checked: z.iso.date(),
      /** The version of the data that it holds. */
      release: z.string().regex(/^\d+\.\d+\.\d+$/),
    }),
  ),
});

export type Mirror = z.infer<typeof schema>['mirrors'][number];

/** The mirrors in the order of the file. Throws ProblemsError with each fault's line and column. */
export function readMirrors(root: string): readonly Mirror[] {
  const { value, problems } = readYaml(file, readText(join(root, file), file, 'the list of mirrors'), schema);
  if (value === null) throw new ProblemsError([...problems]);
  return value.mirrors;
}

/** What is typed for each section of the page on mirrors, by its id; the same in every language. */
export const typed: Readonly<Record<string, readonly string[]>> = {
  make: [
    'npm run mirror:zip',
    'SITE_URL=https://mirror.example/folder/ npm run build',
    'npm run hosting:check -- https://mirror.example/folder/',
  ],
  onion: ['HiddenServiceDir /var/lib/tor/mirror/', 'HiddenServicePort 80 127.0.0.1:8080'],
  check: [
    'npm run verify -- copy.zip',
    'npm run verify -- https://mirror.example/folder/ --release 2.0.0',
    'npm run verify -- folder/ --sums SHA256SUMS.from-a-friend',
  ],
  sign: [
    `ssh-keygen -Y sign -f KEY -n ${SLUG} SHA256SUMS`,
    `ssh-keygen -Y verify -f allowed_signers -I NAME -n ${SLUG} -s SHA256SUMS.sig < SHA256SUMS`,
    'minisign -Sm SHA256SUMS',
    'minisign -Vm SHA256SUMS -P PUBLIC_KEY',
  ],
};
