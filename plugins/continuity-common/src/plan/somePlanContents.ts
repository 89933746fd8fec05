import {
  planContentsSchema,
  type PlanContents,
  type PlanContentsInput,
} from './planContents';

/** Builds the contents of a test: a plan for the checkout that lacks nothing, and what is said on top. */
export function somePlanContents(
  said: Partial<PlanContentsInput> = {},
): PlanContents {
  return planContentsSchema.parse({
    title: 'Recovery of the checkout',
    purpose: 'Brings the checkout back.',
    scope: [{ entityRef: 'component:default/checkout' }],
    strategy: { kind: 'restore', description: 'From the nightly backup.' },
    invocation: { criteria: 'No order for 15 minutes.', invokers: ['lead'] },
    contacts: [
      {
        id: 'lead',
        role: 'Recovery lead',
        party: { kind: 'internal', ref: 'group:default/payments' },
      },
    ],
    minimumService: 'Card payments.',
    recoveryRequirements: 'A backup younger than an hour.',
    steps: [
      {
        id: 'restore',
        title: 'Restore the database',
        what: 'Take the newest backup.',
        who: ['lead'],
        expectedDuration: 'PT30M',
        entities: [{ entityRef: 'component:default/checkout' }],
      },
    ],
    lossOfService: 'Orders are taken by phone.',
    returnToNormal: 'The lead says so.',
    basis: { bia: { date: '2026-01-10' }, risk: null },
    ...said,
  });
}

/** A step of a test. */
export function aStep(
  id: string,
  said: { after?: string[]; takes?: string; of?: string[] } = {},
) {
  return {
    id,
    title: `Step ${id}`,
    what: '',
    who: ['lead'],
    expectedDuration: said.takes ?? null,
    entities: (said.of ?? []).map(entityRef => ({ entityRef, parts: false })),
    after: said.after ?? [],
  };
}
