import {
  decideFindingTransition,
  type FindingAction,
  type FindingSummary,
  type FindingTransition,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import type { MirrorStore } from '../../../catalog/MirrorStore';
import { Access } from '../../../permissions/CallerAccess';
import {
  FindingAccess,
  FindingCaller,
  FindingRight,
} from '../../../permissions/FindingAccess';
import type { StoredFinding } from '../../../testing/finding/FindingStore';
import { FindingSight } from './FindingSight';

interface Options {
  mirror: MirrorStore;
  findingAccess: FindingAccess;
  findingSight: FindingSight;
  timeZone: string;
  clock: () => Date;
}

const rightFor: Record<FindingTransition, FindingRight> = {
  update: 'update',
  start: 'update',
  resolve: 'update',
  verify: 'verify',
  accept: 'accept',
  reopen: 'update',
};

/** Describes findings for lists, in a fixed number of queries. */
export class FindingSummaries {
  readonly #options: Options;

  static create(options: Options) {
    return new FindingSummaries(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** The day that it is in the policy's zone. */
  today(): string {
    const { clock, timeZone } = this.#options;
    return DateTime.fromJSDate(clock(), { zone: timeZone }).toISODate()!;
  }

  /** For a caller of whom only the access is known, such as the reader of a test or of an entity's tab. */
  async forReader(
    findings: StoredFinding[],
    access: Access,
  ): Promise<FindingSummary[]> {
    if (findings.length === 0) return [];
    const { findingAccess } = this.#options;
    const caller = await findingAccess.of(access.credentials, access);
    const hidden = await this.#options.findingSight.hiddenAmong(
      findings.flatMap(({ entities }) => entities),
      access,
    );
    const seen = findings.filter(({ entities }) =>
      entities.some(ref => !hidden.has(ref)),
    );
    return this.of(seen, caller);
  }

  /** In the order of the findings. Entities that the caller may not see are counted. */
  async of(
    findings: StoredFinding[],
    caller: FindingCaller,
  ): Promise<FindingSummary[]> {
    const { mirror, findingSight, findingAccess } = this.#options;
    const { access } = caller;
    const refs = [
      ...new Set(
        findings.flatMap(({ ownerRef, entities }) => [ownerRef, ...entities]),
      ),
    ];
    const hidden = await findingSight.hiddenAmong(refs, access);
    const entities = await mirror.get(refs);
    const tests = await findingSight.testTitles(
      [...new Set(findings.flatMap(({ testId }) => testId ?? []))],
      access,
    );
    const rights = await findingAccess.rightsAmong(
      caller,
      findings.map(({ id }) => id),
    );
    const ownership = access.isUser
      ? await mirror.claimsOf(access.subject)
      : [];
    const today = this.today();
    return findings.map((finding): FindingSummary => {
      const owner = entities.get(finding.ownerRef);
      const seen = finding.entities.filter(ref => !hidden.has(ref));
      const title = finding.testId && tests.get(finding.testId);
      return {
        id: finding.id,
        title: finding.title,
        severity: finding.severity,
        state: finding.state,
        owner: {
          ref: finding.ownerRef,
          title: owner && !hidden.has(finding.ownerRef) ? owner.title : null,
          exists: owner !== undefined,
        },
        dueOn: finding.dueOn,
        overdue: isOverdue(finding, today),
        entities: seen.map(entityRef => ({
          entityRef,
          title: entities.get(entityRef)?.title ?? null,
        })),
        redacted: finding.entities.length - seen.length,
        source: {
          kind: finding.source,
          test: title ? { id: finding.testId!, title } : null,
        },
        ticket: finding.ticket,
        createdAt: finding.createdAt,
        createdBy: finding.createdBy,
        updatedAt: finding.updatedAt,
        revision: finding.revision,
        allowedActions: actionsOf(finding, {
          access,
          ownership,
          rights: rights.get(finding.id)!,
        }),
      };
    });
  }
}

/** Open or in progress, and its due day is past. */
function isOverdue({ state, dueOn }: StoredFinding, today: string): boolean {
  return (state === 'open' || state === 'in-progress') && dueOn < today;
}

function actionsOf(
  finding: StoredFinding,
  context: { access: Access; ownership: string[]; rights: Set<FindingRight> },
): FindingAction[] {
  const { access, ownership, rights } = context;
  const subject = transitionSubject(finding);
  return (Object.keys(rightFor) as FindingTransition[])
    .filter(transition => {
      const needsUser = transition === 'verify' || transition === 'accept';
      return (
        rights.has(rightFor[transition]) &&
        (access.isUser || !needsUser) &&
        decideFindingTransition(transition, subject, {
          by: access.subject,
          ownership,
        }).ok
      );
    })
    .map(transition => `finding.${transition}` as const);
}

/** A finding as the state machine sees it. */
export function transitionSubject(finding: StoredFinding) {
  return {
    state: finding.state,
    owner: finding.ownerRef,
    resolvedBy: finding.resolution?.by ?? null,
  };
}
