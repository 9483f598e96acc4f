/** Copies of the site elsewhere that are known, out of `content/mirrors.yml`. */
import { join } from 'node:path';
import { z } from 'zod';
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
