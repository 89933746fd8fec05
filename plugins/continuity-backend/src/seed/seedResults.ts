import { noTestTimes } from 'backstage-plugin-continuity-common';
import { Duration } from 'luxon';
import { blankResult } from '../testing/result/applyResultPatch';
import type { StoredResult } from '../testing/result/StoredResult';
import type { StoredTest } from '../testing/StoredTest';
import { momentAfter } from './momentAfter';
import type { SeedFile } from './seedFileSchema';

/** What came out for some entities of a test in a seed file: its times are those of the file after the test began. */
export function seedResults(
  test: StoredTest,
  said: SeedFile['tests'][number]['results'][number],
  by: string,
): StoredResult[] {
  const { loss, dependencies, recovery } = said;
  const isMeasured =
    loss ?? dependencies ?? recovery ?? (said.recovered === false || undefined);
  const disruptionStart = momentAfter(test.startedAt!, said.disruption);
  const after = (length: string | undefined) =>
    length === undefined ? null : momentAfter(disruptionStart, length);
  return said.entities.map(entityRef => ({
    ...blankResult(test, entityRef, { by, at: test.startedAt! }),
    ...(isMeasured && {
      times: {
        ...noTestTimes,
        disruptionStart,
        lastConsistentData:
          loss === undefined
            ? null
            : new Date(
                Date.parse(disruptionStart) - Duration.fromISO(loss).toMillis(),
              ).toISOString(),
        dependenciesBack: after(dependencies),
        minimumService: after(recovery),
      },
    }),
    recovered: said.recovered ?? null,
    deliveredPercent: said.deliveredPercent ?? null,
    levelMet: said.levelMet ?? null,
    outcome: said.outcome,
    deficiencies: said.deficiencies,
    note: said.note,
    recorders: [by],
    revision: 1,
  }));
}
