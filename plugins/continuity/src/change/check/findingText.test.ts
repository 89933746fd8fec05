import {
  changeRuleIdSchema,
  type ChangeFinding,
} from 'backstage-plugin-continuity-common';
import { aChangeFinding, anAssessment } from '../../../dev/fixtures/aChange';
import de from '../../translation/de';
import { flatMessages } from '../../translation/flatMessages';
import { continuityMessages } from '../../translation/messages';
import type { Translate } from '../../translation/Translate';
import { findingText, headlineText } from './findingText';

/** A `t` over flat messages; what has no value stays visible. */
function speaking(messages: Record<string, string>): Translate {
  return ((key: string, values: Record<string, string | number> = {}) =>
    messages[key].replace(/\{\{(\w+)\}\}/g, (all, name) =>
      name in values ? String(values[name]) : all,
    )) as Translate;
}

const german = speaking(de as Record<string, string>);
const english = speaking(flatMessages(continuityMessages));

const ENTITY = 'component:default/checkout';
const CASES: Array<[string, Partial<ChangeFinding>]> = [
  [
    'a target that changes',
    {
      rule: 'plan-review-needed',
      params: {
        plan: 'CP-1',
        version: 2,
        entity: ENTITY,
        reason: 'material',
        aspect: 'targets',
        before: 'RTO 4 h',
        more: 0,
      },
    },
  ],
  ...(
    [
      ['another provider', { before: 'component:default/old' }],
      ['an API that goes', { after: 'missing' }],
      ['an API that comes', { before: 'missing' }],
    ] as const
  ).map(([name, change]): [string, Partial<ChangeFinding>] => [
    name,
    {
      rule: 'plan-review-needed',
      params: {
        plan: 'CP-1',
        version: 2,
        entity: ENTITY,
        reason: 'watched',
        code: 'provider-changed',
        subject: 'api:default/orders',
        more: 0,
        ...change,
      },
    },
  ]),
  ...(['addition', 'removal'] as const).map(
    (aspect): [string, Partial<ChangeFinding>] => [
      `an ${aspect}`,
      {
        rule: 'plan-review-needed',
        params: {
          plan: 'CP-1',
          version: 2,
          entity: ENTITY,
          reason: 'material',
          aspect,
        },
      },
    ],
  ),
  ...(['watched', 'major', 'unknown'] as const).map(
    (reason): [string, Partial<ChangeFinding>] => [
      `a plan that is ${reason}`,
      {
        rule: 'plan-review-needed',
        params: { plan: 'CP-1', version: 2, entity: ENTITY, reason },
      },
    ],
  ),
  [
    'tests',
    {
      rule: 'retest-needed',
      params: { entity: ENTITY, tier: 'tier-1', depths: 'restore, failover' },
    },
  ],
  [
    'something new',
    {
      rule: 'new-entity-without-continuity',
      params: { entity: ENTITY, tier: 'tier-1', lacks: 'rto,plan' },
    },
  ],
  [
    'something new without a document',
    {
      rule: 'new-entity-without-continuity',
      params: { entity: ENTITY, lacks: '' },
    },
  ],
  [
    'something new without a tier',
    {
      rule: 'new-entity-without-continuity',
      params: { entity: ENTITY, lacks: 'tier' },
    },
  ],
  ...(['needed', 'step', 'edge'] as const).map(
    (kind): [string, Partial<ChangeFinding>] => [
      `something that goes: ${kind}`,
      {
        rule: 'removes-recovery-dependency',
        params: { case: kind, entity: ENTITY, removed: ENTITY, plan: 'CP-1' },
      },
    ],
  ),
  ...(['rto', 'rpo'] as const).map(
    (target): [string, Partial<ChangeFinding>] => [
      `a conflict of the ${target}`,
      {
        rule: 'introduces-target-conflict',
        params: {
          entity: ENTITY,
          target,
          seconds: 86_400,
          neededSeconds: 3_600,
          neededBy: ENTITY,
        },
      },
    ],
  ),
  [
    'a looser value',
    {
      rule: 'weakens-requirement',
      params: {
        case: 'value',
        entity: ENTITY,
        field: 'rto',
        before: 'PT1H',
        after: 'P1D',
        fields: 'rto',
        more: 0,
      },
    },
  ],
  [
    'something out of scope',
    {
      rule: 'weakens-requirement',
      params: { case: 'value', entity: ENTITY, field: 'scope' },
    },
  ],
  [
    'a softer edge',
    {
      rule: 'weakens-requirement',
      params: { case: 'edge', entity: ENTITY, needed: ENTITY },
    },
  ],
  [
    'a test at the same time',
    {
      rule: 'overlaps-planned-test',
      params: {
        entity: ENTITY,
        test: 'Failover',
        from: '2026-06-12T20:00:00.000Z',
        to: '2026-06-12T22:00:00.000Z',
        entities: 1,
      },
    },
  ],
  ...(
    [
      'plan-invoked',
      'plan-missing',
      'plan-stale',
      'plan-review-overdue',
      'test-overdue',
      'test-failed',
      'owner-unresolved',
    ] as const
  ).map((rule): [string, Partial<ChangeFinding>] => [
    rule,
    {
      rule,
      params: { entity: ENTITY, entities: 1, plan: 'CP-1', test: 'Invocation' },
    },
  ]),
];

describe('What a check found', () => {
  it('is known in every rule here', () => {
    expect([...new Set(CASES.map(([, { rule }]) => rule))].sort()).toEqual(
      [...changeRuleIdSchema.options].sort(),
    );
  });

  it.each(CASES)('is said in German, with every value: %s', (_, said) => {
    const finding = aChangeFinding({ ...said, why: 'Why.', what: 'What.' });
    const spoken = Object.values(
      findingText(german, finding, { locale: 'de' }),
    ).join(' ');
    expect(spoken).not.toMatch(/\{\{|undefined|Why\.|What\./);
  });

  it.each(CASES)('is said in English as the server says it: %s', (_, said) => {
    const finding = aChangeFinding({
      ...said,
      title: 'Title',
      why: 'Why.',
      what: 'What.',
    });
    expect(findingText(english, finding, { locale: 'en' })).toEqual({
      title: 'Title',
      why: 'Why.',
      what: 'What.',
    });
  });

  it('has durations and fields in words', () => {
    const [, looser] = CASES.find(([name]) => name === 'a looser value')!;
    expect(
      findingText(german, aChangeFinding(looser), { locale: 'de' }).why,
    ).toContain('(1 h → 24 h)');
  });

  it('says that nobody provides an API any more', () => {
    const [, gone] = CASES.find(([name]) => name === 'another provider')!;
    expect(
      findingText(german, aChangeFinding(gone), { locale: 'de' }).why,
    ).toContain(
      'von niemandem bereitgestellt, bisher von component:default/old',
    );
  });

  it.each([
    [{ verdict: 'block' as const }, /Muss warten/],
    [{ verdict: 'warn' as const }, /Kann weitergehen/],
    [{ verdict: 'pass' as const }, /Nichts spricht dagegen/],
    [
      { verdict: 'pass' as const, treatedAs: 'emergency' as const },
      /Geht als Notfall weiter/,
    ],
  ])('has a headline in German: %j', (said, text) => {
    const headline = headlineText(german, anAssessment(said));
    expect(headline).toMatch(text);
    expect(headline).not.toContain('{{');
  });
});
