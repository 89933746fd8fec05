import type { PlanContentsInput } from './planContents';
import type { PlanKind } from './planKind';
import { planShortcomings } from './planShortcomings';
import { aStep, somePlanContents } from './somePlanContents';

function lacks(
  said: Partial<PlanContentsInput>,
  kind: PlanKind = 'service-recovery',
) {
  return planShortcomings(kind, somePlanContents(said)).map(
    ({ content, problem }) => `${problem} ${content}`,
  );
}

describe('planShortcomings', () => {
  it('finds nothing wrong with a complete plan', () => {
    expect(lacks({})).toEqual([]);
  });

  it.each<[string, Partial<PlanContentsInput>, string]>([
    ['no purpose', { purpose: ' ' }, 'missing purpose'],
    ['no scope', { scope: [] }, 'missing scope'],
    ['no strategy', { strategy: {} }, 'missing strategy'],
    [
      'no invocation criteria',
      { invocation: { invokers: ['lead'] } },
      'missing invocationCriteria',
    ],
    [
      'nobody who may invoke it',
      { invocation: { criteria: 'x' } },
      'missing invokers',
    ],
    ['no minimum service', { minimumService: '' }, 'missing minimumService'],
    [
      'no requirements',
      { recoveryRequirements: '' },
      'missing recoveryRequirements',
    ],
    ['no steps', { steps: [] }, 'missing steps'],
    ['no loss of service', { lossOfService: '' }, 'missing lossOfService'],
    ['no return to normal', { returnToNormal: '' }, 'missing returnToNormal'],
    ['nothing it rests on', { basis: {} }, 'missing basis'],
    [
      'steps in a circle',
      {
        steps: [aStep('a', { after: ['b'] }), aStep('b', { after: ['a'] })],
      },
      'wrong steps',
    ],
    [
      'a step that waits for none there is',
      { steps: [aStep('a', { after: ['gone'] })] },
      'wrong steps',
    ],
    [
      'a step that nobody does',
      { steps: [{ id: 'a', title: 'A' }] },
      'wrong steps',
    ],
    [
      'an entity twice in the scope',
      {
        scope: [
          { entityRef: 'component:default/checkout' },
          { entityRef: 'Component:default/Checkout' },
        ],
      },
      'wrong scope',
    ],
    [
      'invokers who are no contacts',
      { invocation: { criteria: 'x', invokers: ['boss'] } },
      'wrong invokers',
    ],
  ])('finds %s', (_, said, expected) => {
    expect(lacks(said)).toEqual([expected]);
  });

  it.each<[string, Partial<PlanContentsInput>, string]>([
    [
      'a group',
      { scope: [{ entityRef: 'group:default/payments' }] },
      'wrong scope',
    ],
    [
      'parts of what is no system',
      { scope: [{ entityRef: 'component:default/checkout', parts: true }] },
      'wrong scope',
    ],
  ])('refuses %s in the scope', (_, said, expected) => {
    expect(lacks(said)).toEqual([expected]);
  });

  it('wants a next version to name the change that asks for it', () => {
    const next = (changeReference: string) =>
      planShortcomings(
        'service-recovery',
        somePlanContents({ changeReference }),
        { isFirst: false },
      ).map(({ content }) => content);
    expect(next('')).toEqual(['changeReference']);
    expect(next('RFC-12')).toEqual([]);
  });

  it('names the steps that wait for each other', () => {
    const [found] = planShortcomings(
      'service-recovery',
      somePlanContents({
        steps: [aStep('a', { after: ['b'] }), aStep('b', { after: ['a'] })],
      }),
    );
    expect(found.message).toBe(
      'These steps wait for each other: “Step a” waits for “Step b” waits for “Step a”. Take one of the waits away.',
    );
    expect(found.items).toEqual(['a', 'b']);
  });

  it('takes a reason for what does not apply, and not an empty one', () => {
    const gone = { lossOfService: '' };
    expect(
      lacks({ ...gone, notApplicable: { lossOfService: 'Nobody uses it.' } }),
    ).toEqual([]);
    expect(lacks({ ...gone, notApplicable: { lossOfService: '  ' } })).toEqual([
      'missing lossOfService',
    ]);
  });

  it.each<[PlanKind, string[]]>([
    ['service-recovery', ['missing scope', 'missing steps']],
    ['telecommunications', ['missing scope', 'missing steps']],
    ['emergency-response', []],
  ])('lets scope and steps of %s not apply: %j', (kind, expected) => {
    const notApplicable = { scope: 'None.', steps: 'None.', purpose: 'None.' };
    expect(lacks({ scope: [], steps: [], notApplicable }, kind)).toEqual(
      expected,
    );
  });

  it('never lets the purpose and who may invoke it not apply', () => {
    expect(
      lacks({
        purpose: '',
        invocation: {},
        notApplicable: { purpose: 'x', invokers: 'x', invocationCriteria: 'x' },
      }),
    ).toEqual([
      'missing purpose',
      'missing invocationCriteria',
      'missing invokers',
    ]);
  });

  it('takes what a referenced document has, but for the scope', () => {
    const reference = {
      url: 'https://docs.example.com/plan',
      version: '4',
      date: '2026-02-01',
      contents: ['steps', 'returnToNormal', 'scope'] as const,
    };
    expect(
      lacks({
        steps: [],
        returnToNormal: '',
        scope: [],
        reference: { ...reference, contents: [...reference.contents] },
      }),
    ).toEqual(['missing scope']);
  });
});
