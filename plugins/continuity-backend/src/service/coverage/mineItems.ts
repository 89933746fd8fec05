import {
  endOfDayInZone,
  type ChangeSummary,
  type DueTest,
  type ExemptionSummary,
  type FindingSeverity,
  type FindingSummary,
  type MineItem,
  type MineStep,
  type PlanChangeRequest,
  type PlanSummary,
  type Severity,
  type TestSummary,
} from 'backstage-plugin-continuity-common';

type Named = { entityRef: string; title: string | null };

/** An agreement or analysis, with what its entity is called. */
export interface AnalysisOfMine {
  id: string;
  sort: 'agreement' | 'bia' | 'risk';
  entity_ref: string;
  title: string;
}

const severityOf: Record<FindingSeverity, Severity> = {
  high: 'critical',
  medium: 'warning',
  low: 'information',
};

/** What the lists of the other rooms say, as items of "My continuity". Nothing is decided here but what stands where. */
export const mineItems = {
  ofPlan(plan: PlanSummary, step: MineStep): MineItem {
    const { examples, entries } = plan.scope;
    const isOpen = step === 'approve-plan' || step === 'revise-plan';
    return {
      ...item('plan', step, plan),
      ...about(examples, entries),
      ...(isOpen && plan.open && { version: plan.open.version }),
    };
  },

  /** A plan in force that is due for review or stale. */
  ofPlanToReview(
    plan: PlanSummary,
    { mayConfirm }: { mayConfirm: boolean },
  ): MineItem {
    const { problems, reviewDueAt, reviewOverdue } = plan;
    const isStale = problems.some(({ code }) => code === 'stale');
    const because = isStale ? 'stale' : 'review';
    return {
      ...mineItems.ofPlan(plan, mayConfirm ? 'confirm-plan' : 'open-plan'),
      // nobody gave a day to what has changed
      dueAt: isStale && !reviewOverdue ? null : reviewDueAt,
      late: reviewOverdue,
      severity: isStale || reviewOverdue ? 'warning' : 'information',
      because,
    };
  },

  ofRequest(request: PlanChangeRequest): MineItem {
    const { planId, planTitle, dueAt, late } = request;
    return {
      ...item('plan-request', 'answer-plan-request', {
        id: planId,
        title: planTitle,
      }),
      dueAt,
      late,
      severity: request.makesStale ? 'warning' : null,
    };
  },

  ofTest(test: TestSummary, now: string): MineItem {
    const { waitingForMe, startsAt, endsAt, reviewDueAt, depth } = test;
    const { examples, count } = test.entities;
    const steps = {
      hold: { step: 'hold-test', dueAt: endsAt },
      record: { step: 'record-test', dueAt: endsAt },
      review: { step: 'review-test', dueAt: reviewDueAt },
    } as const;
    const { step, dueAt } = waitingForMe
      ? steps[waitingForMe]
      : { step: 'open-test' as const, dueAt: startsAt };
    return {
      ...item('test', step, test),
      ...about(examples, count),
      dueAt,
      late: waitingForMe !== null && dueAt !== null && dueAt <= now,
      depth,
      startsAt,
    };
  },

  ofDueTest(due: DueTest, { mayPlan }: { mayPlan: boolean }): MineItem {
    const { entityRef, title, depth } = due;
    return {
      ...item('due-test', mayPlan ? 'plan-test' : 'open-service', {
        id: null,
        title,
      }),
      ...about([{ entityRef, title }]),
      dueAt: due.due,
      late: due.late,
      severity: 'information',
      depth,
    };
  },

  ofExemption(exemption: ExemptionSummary, step: MineStep): MineItem {
    const { id, entityRef, entityTitle, requirement, endsAt } = exemption;
    return {
      ...item('exemption', step, { id, title: entityTitle ?? entityRef }),
      ...about([{ entityRef, title: entityTitle }]),
      dueAt: endsAt,
      requirement,
    };
  },

  ofFinding(finding: FindingSummary, timeZone: string): MineItem {
    const { entities, dueOn, overdue, state, severity } = finding;
    const isResolved = state === 'resolved';
    const mayWork = finding.allowedActions.some(action =>
      ['finding.start', 'finding.resolve'].includes(action),
    );
    const work = mayWork ? 'work-on-finding' : 'open-finding';
    return {
      ...item('finding', isResolved ? 'verify-finding' : work, finding),
      ...about(entities),
      dueAt: isResolved ? null : endOfDayInZone(dueOn, timeZone),
      late: overdue,
      severity: severityOf[severity],
    };
  },

  /** An agreement or analysis that asks for less, and waits for a second person. */
  ofPending(row: AnalysisOfMine): MineItem {
    return ofUnit(
      row,
      row.sort === 'agreement' ? 'confirm-agreement' : 'confirm-analysis',
    );
  },

  /** An analysis that somebody began. */
  ofDraft(row: AnalysisOfMine): MineItem {
    return { ...ofUnit(row, 'finish-analysis'), severity: 'information' };
  },

  /** One to approve, or an emergency change to review. */
  ofChange(change: ChangeSummary, now: string): MineItem {
    const { state, plannedStart, review, touched, totalTouched } = change;
    const isPlanned = state === 'planned';
    return {
      ...item('change', isPlanned ? 'approve-change' : 'review-change', change),
      ...about(
        touched.map(entityRef => ({ entityRef, title: null })),
        totalTouched,
      ),
      dueAt: isPlanned ? plannedStart : review?.dueAt ?? null,
      late: isPlanned
        ? plannedStart !== null && plannedStart <= now
        : review?.late ?? false,
    };
  },
};

function ofUnit(
  { id, sort, entity_ref: entityRef, title }: AnalysisOfMine,
  step: MineStep,
): MineItem {
  return {
    ...item(sort, step, { id, title }),
    ...about([{ entityRef, title }]),
  };
}

function item(
  kind: MineItem['kind'],
  step: MineStep,
  { id, title }: { id: string | null; title: string },
): MineItem {
  return {
    kind,
    step,
    id,
    title,
    entity: null,
    others: 0,
    dueAt: null,
    late: false,
    severity: null,
  };
}

function about(
  entities: Named[],
  count: number = entities.length,
): Pick<MineItem, 'entity' | 'others'> {
  const [first] = entities;
  return first
    ? {
        entity: { entityRef: first.entityRef, title: first.title },
        others: Math.max(count - 1, 0),
      }
    : { entity: null, others: 0 };
}
