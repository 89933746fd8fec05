import {
  planContentsSchema,
  type PlanContentsInput,
} from '../plan/planContents';
import { recoverySteps } from './recoverySteps';

const checkout = 'component:default/checkout';

const steps: NonNullable<PlanContentsInput['steps']> = [
  { id: 'net', title: 'Open the network', what: 'Call the provider.' },
  {
    id: 'db',
    title: 'Restore the database',
    what: 'From the last backup.',
    entities: [{ entityRef: 'resource:default/db' }],
    after: ['net'],
  },
  {
    id: 'app',
    title: 'Start the checkout',
    what: 'Run the playbook.',
    who: ['ops'],
    expectedDuration: 'PT10M',
    entities: [{ entityRef: checkout }],
    after: ['db'],
  },
  {
    id: 'web',
    title: 'Start the shop window',
    what: 'Run the other playbook.',
    entities: [{ entityRef: 'component:default/web' }],
  },
];

const contacts: NonNullable<PlanContentsInput['contacts']> = [
  {
    id: 'ops',
    role: 'Operations',
    party: { kind: 'internal', ref: 'group:default/ops' },
  },
];

function textOf(
  changed: typeof steps,
  options: { systemRef?: string | null; contacts?: typeof contacts } = {},
): string {
  return recoverySteps(
    planContentsSchema.parse({
      title: 'Plan',
      steps: changed,
      contacts: options.contacts ?? contacts,
    }),
    { entityRef: checkout, systemRef: options.systemRef ?? null },
  );
}

const change = (id: string, said: object) =>
  steps.map(step => (step.id === id ? { ...step, ...said } : step));

describe('recoverySteps', () => {
  it.each<[string, typeof steps]>([
    ['another estimate', change('app', { expectedDuration: 'PT2H' })],
    [
      'a step of another entity',
      change('web', { what: 'Run a third playbook.' }),
    ],
    [
      'other ids',
      steps.map(step => ({
        ...step,
        id: `x-${step.id}`,
        after: (step.after ?? []).map(id => `x-${id}`),
      })),
    ],
  ])('stays the same with %s', (_, changed) => {
    expect(textOf(changed)).toBe(textOf(steps));
  });

  it.each<[string, typeof steps]>([
    ['another text', change('app', { what: 'Start it by hand.' })],
    ['another title', change('app', { title: 'Start it' })],
    ['nobody to do it', change('app', { who: [] })],
    ['another text of a step before it', change('net', { what: 'Wait.' })],
    ['one less step before it', change('db', { after: [] })],
    ['another order', [steps[1], steps[0], steps[2], steps[3]]],
    [
      'another entity beside it',
      change('app', {
        entities: [
          { entityRef: checkout },
          { entityRef: 'component:default/cart' },
        ],
      }),
    ],
  ])('changes with %s', (_, changed) => {
    expect(textOf(changed)).not.toBe(textOf(steps));
  });

  it('stays the same when somebody else fills the role', () => {
    expect(
      textOf(steps, {
        contacts: [
          {
            ...contacts[0],
            party: { kind: 'internal', ref: 'group:default/night-shift' },
          },
        ],
      }),
    ).toBe(textOf(steps));
  });

  describe('of a plan by reference', () => {
    const ofDocument = (said: object) =>
      recoverySteps(
        planContentsSchema.parse({
          title: 'Plan',
          reference: {
            url: 'https://docs.example.com/checkout',
            version: '3.2',
            date: '2026-01-31',
            contents: ['steps'],
            ...said,
          },
        }),
        { entityRef: checkout, systemRef: null },
      );

    it('stands for the document that has the steps, whatever it is called', () => {
      expect(ofDocument({})).not.toBe('');
      expect(ofDocument({ title: 'Wiki' })).toBe(ofDocument({}));
    });

    it.each([
      ['another version of it', { version: '3.3' }],
      ['another day', { date: '2026-02-01' }],
      ['another document', { url: 'https://docs.example.com/cart' }],
    ])('changes with %s', (_, said) => {
      expect(ofDocument(said)).not.toBe(ofDocument({}));
    });

    it('is empty where the document has no steps', () => {
      expect(ofDocument({ contents: ['purpose'] })).toBe('');
    });
  });

  it('is empty where no step is about the entity or its system', () => {
    expect(textOf([steps[3]])).toBe('');
    const ofSystem = [
      { ...steps[3], entities: [{ entityRef: 'system:default/shop' }] },
    ];
    expect(textOf(ofSystem)).toBe('');
    expect(textOf(ofSystem, { systemRef: 'system:default/shop' })).not.toBe('');
  });
});
