import { z } from 'zod';
import { parseImpactPoint } from '../../terms/impactPoint';
import { configText } from './configScalars';
import { strictSection } from './strictSection';
import type { ContinuityPolicy } from '../policy';

/** Ids stand in records and in refusals: short, and the same in every language. */
const ID = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;

function idText(example: string) {
  const hint = `Write a short id of small letters, digits and "-", such as "${example}".`;
  return configText(hint).check(payload => {
    if (ID.test(payload.value)) return;
    payload.issues.push({
      code: 'custom',
      message: `"${payload.value}" is no id. ${hint}`,
      input: payload.value,
    });
  });
}

const point = configText('Write a time such as "1h", "P3D" or "1w".').transform(
  (text, ctx) => {
    const parsed = parseImpactPoint(text);
    if (parsed.ok) return parsed;
    ctx.issues.push({ code: 'custom', message: parsed.message, input: text });
    return z.NEVER;
  },
);

const points = z
  .array(point, {
    error: 'Write a list of times, such as [1h, 4h, 1d, 3d, 1w].',
  })
  .min(1, { error: 'Write at least one point in time.' })
  .max(12, { error: 'Write at most 12 points in time: nobody rates more.' })
  .check(payload => {
    payload.value.forEach(({ seconds, iso }, index) => {
      if (index === 0 || payload.value[index - 1].seconds < seconds) return;
      payload.issues.push({
        code: 'custom',
        path: [index],
        message: `"${iso}" is not later than the point before it. Write each point once, earliest first.`,
        input: iso,
      });
    });
  })
  .transform(found => found.map(({ iso }) => iso));

function uniqueIds(payload: {
  value: Array<{ id: string }>;
  issues: z.core.$ZodRawIssue[];
}): void {
  payload.value.forEach(({ id }, index) => {
    if (payload.value.findIndex(other => other.id === id) === index) return;
    payload.issues.push({
      code: 'custom',
      path: [index, 'id'],
      message: `"${id}" is there already. Write an id of its own for each.`,
      input: id,
    });
  });
}

const ratings = z
  .array(
    strictSection({
      id: idText('serious'),
      title: configText('Write a title such as "Serious".'),
    }),
    { error: 'Write a list of ratings, least first.' },
  )
  .min(2, { error: 'Write at least two ratings, least first.' })
  .max(10, { error: 'Write at most 10 ratings.' })
  .check(uniqueIds);

const categories = z
  .array(
    strictSection({
      id: idText('financial'),
      title: configText('Write a title such as "Financial".'),
      intolerableFrom: configText(
        'Write the id of a rating, such as "serious".',
      ),
    }),
    { error: 'Write a list of impact categories.' },
  )
  .min(1, { error: 'Write at least one impact category.' })
  .max(20, { error: 'Write at most 20 impact categories.' })
  .check(uniqueIds);

/** The section `continuity.bia`; what it leaves out is taken from `defaults`, a section in the same form. */
export function biaConfigSchema(defaults: {
  points: string[];
  ratings: Array<z.input<typeof ratings>[number]>;
  categories: Array<z.input<typeof categories>[number]>;
}) {
  return strictSection({
    points: points.prefault(defaults.points),
    ratings: ratings.prefault(defaults.ratings),
    categories: categories.prefault(defaults.categories),
  })
    .check(payload => {
      const ids = payload.value.ratings.map(({ id }) => id);
      payload.value.categories.forEach(({ intolerableFrom }, index) => {
        if (ids.includes(intolerableFrom)) return;
        payload.issues.push({
          code: 'custom',
          path: ['categories', index, 'intolerableFrom'],
          message: `"${intolerableFrom}" is no rating. The ratings are ${ids.join(
            ', ',
          )}.`,
          input: intolerableFrom,
        });
      });
    })
    .transform((section): ContinuityPolicy['bia'] => section);
}
