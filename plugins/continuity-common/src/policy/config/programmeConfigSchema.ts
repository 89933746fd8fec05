import { z } from 'zod';
import { parseCadence } from '../../terms/cadence';
import { parseDeadline } from '../../terms/deadline';
import { configCadence, configText } from './configScalars';
import {
  programmeRequirements,
  type ContinuityPolicy,
  type ProgrammeDue,
  type ProgrammeRequirement,
} from '../policy';
import { strictSection } from './strictSection';

const hint =
  'Write a time after the requirement began to apply, such as "P90D", or a day, such as "2027-03-31".';

const due = configText(hint).transform((text, ctx): ProgrammeDue => {
  if (/^\d{4}-/.test(text)) {
    const day = parseDeadline(text, 'UTC');
    if (day.ok && day.dateOnly) return { on: text };
    const message = day.ok
      ? `"${text}" has a time of day. Write only the day, such as "${text.slice(
          0,
          10,
        )}": it ends with that day in the policy's time zone.`
      : `"${text}" is no day of the calendar. ${hint}`;
    ctx.issues.push({ code: 'custom', message, input: text });
    return z.NEVER;
  }
  const cadence = parseCadence(text);
  if (cadence.ok) return { after: cadence.iso };
  ctx.issues.push({
    code: 'custom',
    message: `${cadence.message} A day such as "2027-03-31" is accepted, too.`,
    input: text,
  });
  return z.NEVER;
});

type DueFields<Field> = Record<ProgrammeRequirement, Field>;

function everyRequirement<Field>(
  field: (requirement: ProgrammeRequirement) => Field,
): DueFields<Field> {
  return Object.fromEntries(
    programmeRequirements.map(name => [name, field(name)]),
  ) as DueFields<Field>;
}

/** The section `continuity.programme`; what it leaves out is taken from `defaults`, a section in the same form. */
export function programmeConfigSchema(
  defaults: Record<ProgrammeRequirement | 'newEntityGrace', string>,
) {
  return strictSection({
    ...everyRequirement(name => due.prefault(defaults[name])),
    newEntityGrace: configCadence.prefault(defaults.newEntityGrace),
    tiers: z
      .record(
        z.string(),
        strictSection(everyRequirement(() => due.optional())),
        {
          error: 'Write a section per tier id, such as {tier-1: {plan: P30D}}.',
        },
      )
      .prefault({}),
  }).transform(
    ({ newEntityGrace, tiers, ...rest }): ContinuityPolicy['programme'] => ({
      defaults: rest,
      tiers,
      newEntityGrace,
    }),
  );
}
