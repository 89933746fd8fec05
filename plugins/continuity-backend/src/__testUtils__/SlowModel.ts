import type { Entity } from '@backstage/catalog-model';
import {
  addCadence,
  type Agreement,
  assess,
  type AssessmentMemory,
  type ContinuityPolicy,
  type PeopleFacts,
  type PortalProfile,
} from 'backstage-plugin-continuity-common';
import { toAssessmentContent } from '../assessment/assessmentRow';
import { projectMirrored } from '../catalog/projectMirrored';

interface Holding {
  portal?: PortalProfile;
  agreements: Agreement[];
}

interface Life extends Holding {
  entity: Entity;
  firstSeenAt: string;
  archivedAt: string | null;
  /** Every assessment there was, with the moment it was made for. */
  assessments: Array<{ at: string; memory: AssessmentMemory }>;
  nextChangeAt: string | null;
}

export interface ModelInterval {
  entityRef: string;
  from: string;
  to: string | null;
  hash: string;
}

const locationOf = (entity: Entity) =>
  entity.metadata.annotations?.['backstage.io/managed-by-location'];

const isPerson = (ref: string) => /^(user|group):/.test(ref);

/**
 * What the table of assessments must say, worked out the slow way: after every change and at every due moment, everything is assessed anew.
 */
export class SlowModel {
  readonly #policy: ContinuityPolicy;
  readonly #lives = new Map<string, Life>();
  readonly #intervals: ModelInterval[] = [];

  constructor(policy: ContinuityPolicy) {
    this.#policy = policy;
  }

  isLiving(ref: string): boolean {
    return this.#lives.get(ref)?.archivedAt === null;
  }

  /** Lets time pass up to a moment, with all that falls due on the way. */
  passTime(until: string): void {
    for (;;) {
      const due = this.#living()
        .flatMap(([, life]) => life.nextChangeAt ?? [])
        .filter(moment => moment <= until)
        .sort();
      if (due.length === 0) return;
      this.#assessAll(due[0]);
    }
  }

  /** The catalog is from now on what the map says. */
  read(catalog: Map<string, Entity>, now: string): void {
    for (const [ref, entity] of catalog) {
      const life = this.#lives.get(ref);
      if (!life) {
        this.#lives.set(ref, {
          entity,
          firstSeenAt: now,
          archivedAt: null,
          agreements: [],
          assessments: [],
          nextChangeAt: null,
        });
      } else {
        if (life.archivedAt !== null) this.#revive(life, entity, now);
        life.entity = entity;
      }
    }
    for (const [ref, life] of this.#living()) {
      if (!catalog.has(ref)) this.#archive(ref, life, now);
    }
    this.#assessAll(now);
  }

  hold(ref: string, change: (holding: Holding) => void, now: string): void {
    change(this.#lives.get(ref)!);
    this.#assessAll(now);
  }

  /** By ref and moment; neighbours that say the same are one. */
  intervals(): ModelInterval[] {
    return mergeIntervals(this.#intervals);
  }

  #living(): Array<[string, Life]> {
    return [...this.#lives].filter(([, life]) => life.archivedAt === null);
  }

  #revive(life: Life, entity: Entity, now: string): void {
    const { timeZone } = this.#policy;
    const days = Number(this.#policy.returnWithin.match(/^P(\d+)D$/)![1]);
    const latest = addCadence(
      life.archivedAt!,
      { years: 0, months: 0, weeks: 0, days },
      timeZone,
    );
    life.archivedAt = null;
    if (now <= latest && locationOf(entity) === locationOf(life.entity)) return;
    life.portal = undefined;
    life.agreements = [];
    life.assessments = [];
    life.firstSeenAt = now;
  }

  #archive(ref: string, life: Life, now: string): void {
    life.archivedAt = now;
    life.nextChangeAt = null;
    const open = this.#open(ref);
    if (open) {
      open.to = now;
      if (open.from === now)
        this.#intervals.splice(this.#intervals.indexOf(open), 1);
    }
    life.assessments = life.assessments.filter(({ at }) => at < now);
  }

  #assessAll(now: string): void {
    const people = this.#people();
    for (const [ref, life] of this.#living()) {
      if (isPerson(ref)) continue;
      const projected = projectMirrored(life.entity, this.#policy);
      const system = projected.systemRef
        ? this.#lives.get(projected.systemRef)
        : undefined;
      const living = system?.archivedAt === null ? system : undefined;
      const before = life.assessments.filter(({ at }) => at < now);
      const assessment = assess(
        {
          entity: projected.facts,
          appearedAt: life.firstSeenAt,
          portal: life.portal,
          agreements: life.agreements,
          people,
          ...(living && {
            system: {
              entity: projectMirrored(living.entity, this.#policy).facts,
              portal: living.portal,
              agreements: living.agreements,
            },
          }),
        },
        before[before.length - 1]?.memory,
        this.#policy,
        now,
      );
      life.assessments = [...before, { at: now, memory: assessment.memory }];
      life.nextChangeAt = assessment.nextChangeAt;
      const { hash } = toAssessmentContent(
        {
          ...projected,
          domainRef:
            projected.domainRef ??
            (living
              ? projectMirrored(living.entity, this.#policy).domainRef
              : null),
          firstSeenAt: life.firstSeenAt,
          changedAt: now,
          archivedAt: null,
        },
        assessment,
        this.#policy,
      );
      this.#note(ref, hash, now);
    }
  }

  #note(ref: string, hash: string, now: string): void {
    const open = this.#open(ref);
    if (open && open.from === now) {
      open.hash = hash;
      return;
    }
    if (open) open.to = now;
    this.#intervals.push({ entityRef: ref, from: now, to: null, hash });
  }

  #open(ref: string): ModelInterval | undefined {
    return this.#intervals.find(
      interval => interval.entityRef === ref && interval.to === null,
    );
  }

  #people(): PeopleFacts {
    const targets = (ref: string, type: string) =>
      (this.isLiving(ref) ? this.#lives.get(ref)!.entity.relations ?? [] : [])
        .filter(relation => relation.type === type)
        .map(relation => relation.targetRef);
    const refs = this.#living().map(([ref]) => ref);
    const belongs = (ref: string, group: string, path: string[]): boolean =>
      !path.includes(ref) &&
      [...targets(ref, 'memberOf'), ...targets(ref, 'childOf')].some(
        above =>
          above === group ||
          (this.isLiving(above) && belongs(above, group, [...path, ref])),
      );
    return {
      known: refs.some(isPerson),
      stateOf: ref => {
        if (!isPerson(ref)) return 'wrong-kind';
        if (!this.isLiving(ref)) return 'missing';
        if (ref.startsWith('user:')) return 'ok';
        const members = refs.filter(
          user => user.startsWith('user:') && belongs(user, ref, []),
        );
        return members.length > 0 ? 'ok' : 'empty-group';
      },
    };
  }
}

/** Neighbours without a difference become one, so that two ways of getting to the same story compare. */
export function mergeIntervals(intervals: ModelInterval[]): ModelInterval[] {
  const merged: ModelInterval[] = [];
  const sorted = intervals
    .slice()
    .sort((a, b) =>
      `${a.entityRef} ${a.from}` < `${b.entityRef} ${b.from}` ? -1 : 1,
    );
  for (const interval of sorted) {
    const last = merged[merged.length - 1];
    if (
      last?.entityRef === interval.entityRef &&
      last.to === interval.from &&
      last.hash === interval.hash
    ) {
      last.to = interval.to;
    } else {
      merged.push({ ...interval });
    }
  }
  return merged;
}
