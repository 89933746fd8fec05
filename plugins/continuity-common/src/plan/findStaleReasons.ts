import { durationSeconds } from '../terms/durationSeconds';
import {
  mostConfirmations,
  type StaleReason,
  type StaleReasonCode,
} from './staleReason';
import type { NeededApi } from './hardDependencies';
import type { WatchedFacts } from './watchedFacts';

const neverConfirmed: readonly StaleReasonCode[] = [
  'target-stricter',
  'contact-unresolved',
  'entity-missing',
  // it is answered by approving a version or declining the request
  'change-request-open',
];

/** Makes a reason; `key` and whether it may be confirmed follow from the rest. @public */
export function staleReason(
  code: StaleReasonCode,
  subject: string,
  change: { before?: string | null; after?: string | null } = {},
): StaleReason {
  return {
    key: `${code}:${subject}`,
    code,
    subject,
    before: change.before ?? null,
    after: change.after ?? null,
    confirmable: !neverConfirmed.includes(code),
  };
}

function isStricter(before: string | null, after: string | null): boolean {
  if (after === null || after === before || after === 'none') return false;
  if (before === null || before === 'none') return true;
  try {
    return durationSeconds(after) < durationSeconds(before);
  } catch {
    // what can't be read was changed, and proves nothing
    return true;
  }
}

function sameTime(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a === 'none' || b === 'none') return false;
  try {
    return durationSeconds(a) === durationSeconds(b);
  } catch {
    return false;
  }
}

function percentText(percent: number | null): string | null {
  return percent === null ? null : `${percent} %`;
}

/** More of the service is demanded while the plan is invoked. */
function higherLevel(before: WatchedFacts, now: WatchedFacts): StaleReason[] {
  const [earlier, demanded = null] = [before.mbcoPercent, now.mbcoPercent];
  if (earlier === undefined || demanded === null) return [];
  if (earlier !== null && demanded <= earlier) return [];
  return [
    staleReason('target-stricter', 'mbco', {
      before: percentText(earlier),
      after: percentText(demanded),
    }),
  ];
}

function changedDependencies(
  before: WatchedFacts,
  now: WatchedFacts,
): StaleReason[] {
  const earlier = new Set(before.dependencies);
  const present = new Set(now.dependencies);
  return [
    ...now.dependencies
      .filter(ref => !earlier.has(ref))
      .map(ref => staleReason('dependency-added', ref, { after: ref })),
    ...before.dependencies
      .filter(ref => !present.has(ref))
      .map(ref => staleReason('dependency-removed', ref, { before: ref })),
  ];
}

function sameNeeds(a: NeededApi, b: NeededApi): boolean {
  if (a.needs.length === 0 && b.needs.length === 0) return true;
  return (
    a.inCatalog === b.inCatalog &&
    a.needs.length === b.needs.length &&
    // a new name may have put them into another order
    a.needs.every(ref => b.needs.includes(ref))
  );
}

/** Others provide an API that is used as before. What is not remembered is not compared. */
function changedProviders(
  before: WatchedFacts,
  now: WatchedFacts,
): StaleReason[] {
  if (!before.apis || !now.apis) return [];
  const then = before.apis;
  const present = now.apis;
  return Object.keys(then)
    .sort()
    .flatMap(api => {
      const isNeeded = now.dependencies.includes(api);
      // that the API is needed, or not any more, is a reason of its own
      if (before.dependencies.includes(api) !== isNeeded) return [];
      const was = then[api];
      const is = Object.hasOwn(present, api) ? present[api] : undefined;
      if (!is && isNeeded) return [];
      const { needs, inCatalog } = is ?? { ...was, needs: [] };
      if (sameNeeds(was, { needs, inCatalog })) return [];
      const text = (each: NeededApi) =>
        was.inCatalog !== inCatalog && !each.inCatalog
          ? 'missing'
          : each.needs.join(', ') || null;
      return [
        staleReason('provider-changed', api, {
          before: text(was),
          after: text({ needs, inCatalog }),
        }),
      ];
    });
}

/** Whom one needs through an API is remembered as it is now. */
function withApiOf(
  before: WatchedFacts,
  api: string,
  now: WatchedFacts,
): WatchedFacts {
  if (!now.apis) return before;
  // what was approved before providers were watched is watched from here on
  if (!before.apis) return { ...before, apis: now.apis };
  const { [api]: _, ...others } = before.apis;
  const needed = Object.hasOwn(now.apis, api) ? now.apis[api] : undefined;
  return { ...before, apis: needed ? { ...others, [api]: needed } : others };
}

function changedOwners(before: WatchedFacts, now: WatchedFacts): StaleReason[] {
  const found: StaleReason[] = [];
  if (before.owner !== now.owner) {
    found.push(
      staleReason('owner-changed', 'owner', {
        before: before.owner,
        after: now.owner,
      }),
    );
  }
  // where the recovery owner is the catalog's owner, one reason says it all
  const follows =
    before.recoveryOwner === before.owner && now.recoveryOwner === now.owner;
  if (before.recoveryOwner !== now.recoveryOwner && !follows) {
    found.push(
      staleReason('owner-changed', 'recoveryOwner', {
        before: before.recoveryOwner,
        after: now.recoveryOwner,
      }),
    );
  }
  return found;
}

/** What held of an analysis; a first one that says what held already changes nothing. */
function analysedBefore(
  before: WatchedFacts,
): NonNullable<WatchedFacts['bia']> {
  return before.bia ?? { mtpd: before.mtpd, rpo: before.rpo };
}

function changedBia(before: WatchedFacts, now: WatchedFacts): StaleReason[] {
  if (now.bia === null) return [];
  const bia = now.bia;
  const earlier = analysedBefore(before);
  const known = earlier.isBeyond !== undefined && bia.isBeyond !== undefined;
  if (known && earlier.isBeyond !== bia.isBeyond) {
    // "beyond 1 week" is no MTPD, also where one week is intolerable then
    const timeOf = (each: typeof bia) => (each.isBeyond ? null : each.mtpd);
    return [
      staleReason('bia-changed', 'mtpd', {
        before: timeOf(earlier),
        after: timeOf(bia),
      }),
      ...changedAnalysis(['rpo'], earlier, bia),
    ];
  }
  return changedAnalysis(['mtpd', 'rpo'], earlier, bia);
}

function changedAnalysis(
  fields: ReadonlyArray<'mtpd' | 'rpo'>,
  earlier: NonNullable<WatchedFacts['bia']>,
  bia: NonNullable<WatchedFacts['bia']>,
): StaleReason[] {
  return fields.flatMap(field =>
    bia[field] === null || sameTime(earlier[field], bia[field])
      ? []
      : [
          staleReason('bia-changed', field, {
            before: earlier[field],
            after: bia[field],
          }),
        ],
  );
}

/**
 * Why a plan is stale for an entity (DOMAIN.md §4): what changed materially between approval, or the last confirmation, and now.
 *
 * @param before - what was remembered; null where the entity joined the plan's scope since
 * @param joined - the system through which it did
 * @public
 */
export function findStaleReasons(
  before: WatchedFacts | null,
  now: WatchedFacts,
  options: { joined: string | null },
): StaleReason[] {
  if (before === null) {
    // what was named before it came into the catalog joined then
    const { joined } = options;
    return [staleReason('joined-system', joined ?? 'scope', { after: joined })];
  }
  return [
    ...(['rto', 'rpo', 'mtpd'] as const)
      .filter(field => isStricter(before[field], now[field]))
      .map(field =>
        staleReason('target-stricter', field, {
          before: before[field],
          after: now[field],
        }),
      ),
    ...higherLevel(before, now),
    ...changedOwners(before, now),
    ...changedDependencies(before, now),
    ...changedProviders(before, now),
    ...changedBia(before, now),
  ];
}

/** The named contacts of a plan that no longer resolve. @public */
export function findDeadContacts(
  contacts: readonly string[],
  stateOf: (ref: string) => string,
): StaleReason[] {
  return contacts.flatMap(ref => {
    const state = stateOf(ref);
    return state === 'ok'
      ? []
      : [staleReason('contact-unresolved', ref, { before: ref, after: state })];
  });
}

/**
 * What is remembered after somebody has confirmed that the plan still holds although this changed.
 *
 * @throws RangeError for a reason that can't be confirmed.
 * @public
 */
export function acceptStaleReason(
  before: WatchedFacts | null,
  reason: StaleReason,
  now: WatchedFacts,
): WatchedFacts {
  if (!reason.confirmable) {
    throw new RangeError(`${reason.key} can't be confirmed as still valid`);
  }
  if (before === null) return now;
  switch (reason.code) {
    case 'dependency-added':
      return {
        ...withApiOf(before, reason.subject, now),
        dependencies: [...before.dependencies, reason.subject].sort(),
      };
    case 'dependency-removed':
      return {
        ...withApiOf(before, reason.subject, now),
        dependencies: before.dependencies.filter(ref => ref !== reason.subject),
      };
    case 'provider-changed':
      return withApiOf(before, reason.subject, now);
    case 'owner-changed':
      // one reason stands for both where the recovery owner follows the owner
      return reason.subject === 'owner' &&
        before.recoveryOwner === before.owner &&
        now.recoveryOwner === now.owner
        ? { ...before, owner: now.owner, recoveryOwner: now.recoveryOwner }
        : { ...before, [reason.subject]: reason.after };
    case 'bia-changed':
      return {
        ...before,
        bia:
          reason.subject === 'rpo'
            ? { ...analysedBefore(before), rpo: reason.after }
            : { ...now.bia!, rpo: analysedBefore(before).rpo },
      };
    default:
      return now;
  }
}

/** Whether a reason may be confirmed once more, after so many confirmations of its kind in a row. @public */
export function canBeConfirmed(
  reason: Pick<StaleReason, 'confirmable'>,
  confirmedTimes: number,
): boolean {
  return reason.confirmable && confirmedTimes < mostConfirmations;
}
