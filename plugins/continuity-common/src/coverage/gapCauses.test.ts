import type { Gap } from '../assessment/gap';
import { gapCauseKey, gapCauses, readGapCauseKey } from './gapCauses';

const gap = (code: Gap['code'], params: Gap['params'], more = {}) =>
  ({ code, severity: 'warning', params, ...more } as Gap);

const db = 'resource:default/db';
const shop = 'system:default/shop';

describe('gapCauses', () => {
  it.each<[string, Gap, string[]]>([
    [
      'the slowest dependency',
      gap('waits-for-slower-dependency', { slowest: db }),
      [`waits-for-slower-dependency ${db}`],
    ],
    [
      'the longest step',
      gap('recovery-beyond-rto', { longestStep: db }),
      [`recovery-beyond-rto ${db}`],
    ],
    [
      'each dependency without a plan',
      gap('dependency-unprotected', { refs: `${db}, component:default/x` }),
      [
        `dependency-unprotected ${db}`,
        'dependency-unprotected component:default/x',
      ],
    ],
    [
      'an owner that does not exist',
      gap('owner-unresolved', { owner: 'group:default/gone' }),
      ['owner-unresolved group:default/gone'],
    ],
    [
      'the system that carries the analysis',
      gap('bia-missing', { unit: 'system' }),
      [`bia-missing ${shop}`],
    ],
    ['nothing where it carries its own', gap('bia-missing', {}), []],
    [
      'nothing where the dependency only has no tier',
      gap('dependency-unprotected', { refs: db }, { severity: 'information' }),
      [],
    ],
    ['nothing behind a missing plan', gap('plan-missing', {}), []],
    [
      'nothing that is exempted',
      gap(
        'owner-unresolved',
        { owner: 'group:default/gone' },
        { exemption: { id: 'x', until: 'y', reason: 'z' } },
      ),
      [],
    ],
  ])('names %s', (_, found, causes) => {
    expect(gapCauses([found, found], shop).map(gapCauseKey)).toEqual(causes);
  });

  it('reads its own words', () => {
    const cause = { code: 'bia-missing', entityRef: shop } as const;
    expect(readGapCauseKey(gapCauseKey(cause))).toEqual(cause);
    expect(readGapCauseKey('nonsense')).toBeUndefined();
    expect(readGapCauseKey('too many words')).toBeUndefined();
  });
});
