/** The form of `content/figures.yml`: what an editor may write to name a number that the story quotes. */
import { z } from 'zod';
import { isDay } from '../data/field.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a figure’s id in lower-case letters, digits and hyphens');
const day = z.string().refine(isDay, { error: 'expected a day that exists as YYYY-MM-DD' });
const scalar = z.union([z.string(), z.number()]);
const yes = z.literal(true, { error: 'expected true' });

/** How the value is printed. `word`: small whole numbers in words. `times`: "55 times". */
const as = z.enum(['number', 'word', 'percent', 'times']).optional();
const digits = z.int().min(0).max(3).optional();

/** What a sum of ours crosses on purpose, and why periods whose days overlap don't: see addable.ts. */
const crossing = {
  across: z
    .array(z.enum(['counted_by', 'basis']))
    .min(1)
    .optional(),
  apart: z.string().min(1).optional(),
};

const query = z.strictObject({
  table: z.string(),
  where: z.record(z.string(), z.union([scalar, z.array(scalar)])).optional(),
  field: z.string().optional(),
  from: day.optional(),
  until: day.optional(),
  'known-by': day.optional(),
  on: day.optional(),
  'latest-by': day.optional(),
  max: yes.optional(),
  first: yes.optional(),
  last: yes.optional(),
  sum: yes.optional(),
  count: yes.optional(),
  ...crossing,
  as,
  digits,
});

const twoIds = z.tuple([id, id], { error: 'expected a list of two figures' });
const computed = {
  sum: z.strictObject({ sum: z.array(id).min(2), ...crossing, as, digits }),
  difference: z.strictObject({ difference: twoIds, as, digits }),
  divide: z.strictObject({ divide: twoIds, as, digits }),
};

export type Query = z.infer<typeof query>;
export type Computed = z.infer<typeof computed.sum> | z.infer<typeof computed.difference> | z.infer<typeof computed.divide>;
export type Declaration = Query | Computed;

/** The ways to pick one row, or to add them up, of which a query names at most one. */
export const picks = ['on', 'latest-by', 'max', 'first', 'last', 'sum', 'count'] as const;

/** One declaration. The form is chosen by its first telling key, so that a fault is told of that form alone. */
const declaration = z.unknown().transform((input, ctx): Declaration => {
  const has = (key: string): boolean => typeof input === 'object' && input !== null && key in input;
  const schema: z.ZodType<Declaration> = has('difference')
    ? computed.difference
    : has('divide')
      ? computed.divide
      : has('table')
        ? query
        : has('sum')
          ? computed.sum
          : query;
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) ctx.addIssue({ ...issue } as Parameters<typeof ctx.addIssue>[0]);
  return z.NEVER;
});

export const declarations = z.record(id, declaration);

/** The figures that a computed declaration is made of, in order. */
export function operandsOf(declared: Declaration): readonly string[] {
  if ('difference' in declared) return declared.difference;
  if ('divide' in declared) return declared.divide;
  return isComputedSum(declared) ? declared.sum : [];
}

export function isComputedSum(declared: Declaration): declared is z.infer<typeof computed.sum> {
  return 'sum' in declared && Array.isArray(declared.sum);
}

export function isQuery(declared: Declaration): declared is Query {
  return 'table' in declared;
}
