import {
  dryRunChanges,
  summariseDryRun,
  urgency,
  type PolicyComparison,
  type ContinuityPolicy,
  type DryRunSummary,
} from 'backstage-plugin-continuity-common';
import type { MirroredEntity } from '../../catalog/MirrorStore';
import type { FoundChange } from '../../coverage/dryRun/PolicyDryRunStore';

interface Finding extends PolicyComparison {
  title: string;
  uid: string | null;
}

/** What a trial found so far; what is found again of an entity takes the place of what was. */
export class DryRunFindings {
  readonly #policies: { now: ContinuityPolicy; then: ContinuityPolicy };
  readonly #found = new Map<string, Finding>();
  readonly #failed = new Set<string>();
  readonly #unread = new Set<string>();
  #unreadFields: string[] = [];

  constructor(policies: { now: ContinuityPolicy; then: ContinuityPolicy }) {
    this.#policies = policies;
  }

  found({ facts, title }: MirroredEntity, compared: PolicyComparison): void {
    this.#found.set(facts.entityRef, {
      ...compared,
      title,
      uid: facts.uid?.toLowerCase() ?? null,
    });
  }

  /** It could not be assessed: then nothing is said of it. */
  failed(entityRef: string): void {
    this.#found.delete(entityRef);
    this.#failed.add(entityRef);
  }

  /** Fields that the policy reads could not be read. */
  unread(entityRef: string, fields: string[]): void {
    this.#unread.add(entityRef);
    this.#unreadFields = fields;
  }

  summary(): DryRunSummary {
    const unread = this.#unread.size;
    const failed = this.#failed.size;
    return {
      ...summariseDryRun(this.#found.values(), this.#policies),
      notExamined: [
        ...(unread > 0
          ? [
              {
                reason: 'fields' as const,
                fields: this.#unreadFields,
                entities: unread,
              },
            ]
          : []),
        ...(failed > 0
          ? [{ reason: 'failed' as const, fields: [], entities: failed }]
          : []),
      ],
    };
  }

  /** Worst first: by what becomes of them, and then as lists of services are. */
  changes(): FoundChange[] {
    const { then } = this.#policies;
    const sorted = [...this.#found].flatMap(([entityRef, finding]) => {
      const { change, title, uid, before, after, gained, lost } = finding;
      if (change === null) return [];
      const item = { entityRef, title, change, before, after, gained, lost };
      const rank = urgency({ ...after, gaps: [{ late: after.late }] }, then);
      return [{ uid, item, rank }];
    });
    const order = (change: (typeof dryRunChanges)[number]) =>
      dryRunChanges.indexOf(change);
    sorted.sort(
      (a, b) =>
        order(a.item.change) - order(b.item.change) ||
        a.rank - b.rank ||
        (a.item.entityRef < b.item.entityRef ? -1 : 1),
    );
    return sorted.map(({ uid, item }) => ({ uid, item }));
  }
}
