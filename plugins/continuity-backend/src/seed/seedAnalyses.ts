import { randomUUID } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  deriveBia,
  loosenedBia,
  parseBiaInput,
  parseRiskInput,
  type Bia,
  type ContinuityPolicy,
  type RiskAssessment,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import type { AnalysisSort } from '../plan/analysisRow';
import type { AnalysisStore } from '../plan/AnalysisStore';
import { describeAnalysis } from '../plan/describeAnalysis';
import type { RecordStore } from '../record/RecordStore';
import { SeedFile } from './seedFileSchema';

interface Context {
  policy: ContinuityPolicy;
  analyses: AnalysisStore;
  records: RecordStore;
  now: string;
}

type Timed<T> = T & { moment: DateTime };

/** A business impact analysis of the seed file, by the rules of people's own: one that asks for less waits, unless somebody confirmed it. */
export async function seedBia(
  trx: Knex.Transaction,
  seed: Timed<SeedFile['bias'][number]>,
  context: Context,
): Promise<void> {
  const { entityRef, by, confirmedBy, moment, ...input } = seed;
  const assessedOn = moment.toISODate()!;
  const parsed = parseBiaInput(
    { ...input, assessedOn },
    { policy: context.policy, now: context.now, recordedBy: by },
  );
  if (!parsed.ok) {
    throw refusal('business impact analysis', entityRef, parsed.issues);
  }
  const { state, ...said } = parsed.bia;
  const result = deriveBia(said.content);
  const known = await context.analyses.biasOf(entityRef, trx);
  const before = known.find(bia => bia.state === 'agreed');
  const looser =
    before && state === 'agreed'
      ? loosenedBia(before.result, result, {
          policy: context.policy,
          wrt: null,
        })
      : [];
  const waits = looser.length > 0 && confirmedBy === undefined;
  await put(trx, 'bia', known, context, {
    ...said,
    ...baseOf(known, { entityRef, by, moment }),
    result,
    looserThanBefore: looser,
    state: waits ? 'awaiting-second-person' : state,
    ...(confirmedBy && {
      confirmedBy,
      confirmedAt: moment.toUTC().toISO()!,
    }),
  });
}

/** A risk assessment of the seed file. */
export async function seedRiskAssessment(
  trx: Knex.Transaction,
  seed: Timed<SeedFile['riskAssessments'][number]>,
  context: Context,
): Promise<void> {
  const { entityRef, by, moment, threats, ...input } = seed;
  const zone = context.policy.timeZone;
  const dayOf = (after: string | null | undefined) =>
    after?.startsWith('P')
      ? moment.setZone(zone).plus(durationOf(after)).toISODate()
      : after;
  const parsed = parseRiskInput(
    {
      ...input,
      threats: threats.map(threat => ({
        ...threat,
        ...(threat.dueOn && { dueOn: dayOf(threat.dueOn) }),
      })),
      assessedOn: moment.toISODate()!,
    },
    { policy: context.policy, now: context.now, recordedBy: by },
  );
  if (!parsed.ok) throw refusal('risk assessment', entityRef, parsed.issues);
  const known = await context.analyses.risksOf(entityRef, trx);
  await put(trx, 'risk', known, context, {
    ...parsed.risk,
    ...baseOf(known, { entityRef, by, moment }),
  });
}

function durationOf(iso: string): Record<string, number> {
  const [, years, months, weeks, days] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(iso) ?? [];
  return {
    years: Number(years ?? 0),
    months: Number(months ?? 0),
    weeks: Number(weeks ?? 0),
    days: Number(days ?? 0),
  };
}

function baseOf(
  known: Array<Bia | RiskAssessment>,
  seed: { entityRef: string; by: string; moment: DateTime },
) {
  return {
    id: randomUUID(),
    entityRef: seed.entityRef,
    revision: Math.max(0, ...known.map(({ revision }) => revision)) + 1,
    recordedBy: seed.by,
    recordedAt: seed.moment.toUTC().toISO()!,
  };
}

async function put(
  trx: Knex.Transaction,
  sort: AnalysisSort,
  known: Array<Bia | RiskAssessment>,
  { analyses, records }: Context,
  analysis: Bia | RiskAssessment,
): Promise<void> {
  const before = known.find(({ state }) => state === 'agreed');
  if (before && analysis.state === 'agreed') {
    await analyses.setState(trx, {
      id: before.id,
      from: 'agreed',
      to: 'superseded',
    });
  }
  await analyses.add(trx, sort, analysis);
  await records.append(trx, [
    {
      entityRef: analysis.entityRef,
      type: sort === 'bia' ? 'bia' : 'risk-assessment',
      action: 'seeded',
      by: analysis.recordedBy,
      at: analysis.recordedAt,
      ...(analysis.note ? { reason: analysis.note } : {}),
      before: before ? describeAnalysis(before) : null,
      after: describeAnalysis(analysis),
      revision: analysis.revision,
    },
  ]);
}

function refusal(
  what: string,
  entityRef: string,
  issues: Array<{ field: string; message: string }>,
): InputError {
  const mistakes = issues.map(({ field, message }) => `- ${field}: ${message}`);
  return new InputError(
    `continuity.seed.file: the ${what} of ${entityRef} can’t be used:\n${mistakes.join(
      '\n',
    )}`,
  );
}
