import type { PlanContentsInput } from 'backstage-plugin-continuity-common';
import type { Response } from 'supertest';
import { Portal } from './Portal';

type Caller = ReturnType<Portal['as']>;

/** Contents that lack nothing, for a plan of the given entities, and what is said on top. */
export function planContents(
  scope: string[],
  said: Partial<PlanContentsInput> = {},
): PlanContentsInput {
  return {
    title: 'Recovery of the checkout',
    purpose: 'Brings it back.',
    scope: scope.map(entityRef => ({ entityRef })),
    strategy: { kind: 'restore' },
    invocation: { criteria: 'Nothing works.', invokers: ['lead'] },
    contacts: [
      {
        id: 'lead',
        role: 'Lead',
        party: { kind: 'internal', ref: 'group:default/shop-team' },
      },
    ],
    minimumService: 'Card payments.',
    recoveryRequirements: 'A backup.',
    steps: [
      {
        id: 'restore',
        title: 'Restore',
        who: ['lead'],
        expectedDuration: 'PT30M',
        entities: scope.map(entityRef => ({ entityRef })),
      },
    ],
    lossOfService: 'By phone.',
    returnToNormal: 'The lead says so.',
    basis: { bia: { date: '2026-01-10' } },
    ...said,
  };
}

/** Writes a plan as one person and submits it. */
export async function submitPlan(
  writer: Caller,
  contents: PlanContentsInput,
  said: { kind?: string; owner?: string } = {},
): Promise<Response['body']> {
  const { kind = 'service-recovery', owner } = said;
  const created = await writer
    .post('/plans', { kind, title: contents.title, contents, owner })
    .expect(200);
  return (await writer.post(`/plans/${created.body.id}/submit`, {}).expect(200))
    .body;
}

/** Writes the next version as one person and submits it. */
export async function submitNext(
  writer: Caller,
  plan: { id: string; revision: number },
  contents: PlanContentsInput,
): Promise<Response['body']> {
  await writer
    .put(
      `/plans/${plan.id}/draft`,
      { contents: { changeReference: 'RFC-1', ...contents } },
      { 'If-Match': String(plan.revision) },
    )
    .expect(200);
  return (await writer.post(`/plans/${plan.id}/submit`, {}).expect(200)).body;
}

/** Approves what is in review as another person. */
export async function approvePlan(
  approver: Caller,
  plan: {
    id: string;
    revision: number;
    version: { version: number };
    draft: { version: number } | null;
  },
): Promise<Response['body']> {
  const { version } = plan.draft ?? plan.version;
  return (
    await approver
      .post(`/plans/${plan.id}/approve`, {
        version,
        revision: plan.revision,
      })
      .expect(200)
  ).body;
}
