import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  durationSeconds,
  whatIfLost,
  type Loss,
  type LossItem,
  type WhatIfAnswer,
  type WhatIfRequest,
} from 'backstage-plugin-continuity-common';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import type {
  PlanCoverage,
  PlanCoverageReader,
} from '../../dependency/PlanCoverageReader';
import type { CallerAccess } from '../../permissions/CallerAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { dependencyLinks } from './dependencyLinks';
import { DependencyNodes, ownTimeOf } from './DependencyNodes';
import { DependencySight } from './DependencySight';
import { readListCursor, writeListCursor } from '../../contract/listCursor';
import { LossScope } from './LossScope';
import {
  allBackOf,
  latest,
  linesOfLoss,
  type RecoveryLine,
} from '../profile/RecoveryLines';
import { SweepStatusReader } from '../profile/SweepStatusReader';
import { whoToCall } from '../profile/whoToCall';

const DEFAULT_LIMIT = 200;
const MOST_TOGETHER = 20;

interface Options {
  access: CallerAccess;
  scope: LossScope;
  sight: DependencySight;
  nodes: DependencyNodes;
  plans: PlanCoverageReader;
  sweep: SweepStatusReader;
}

/** One entity that is hit, or goes on with a workaround. */
interface Hit {
  ref: string;
  distance: number;
  /** Null where it is degraded. */
  line: RecoveryLine | null;
}

/** Answers what happens if something is lost. */
export class WhatIfService {
  readonly #options: Options;

  static create(options: Options): WhatIfService {
    return new WhatIfService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async ask(
    request: WhatIfRequest,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<WhatIfAnswer> {
    const { limit = DEFAULT_LIMIT, cursor, outage } = request;
    const after = readListCursor('what-if', cursor) as
      | [number, string]
      | undefined;
    const access = await this.#options.access.of(credentials);
    const { snapshot, refs, unknown, matched } =
      await this.#options.scope.resolve(request, access);
    const outageSeconds =
      outage === undefined ? undefined : durationSeconds(outage);
    const loss = whatIfLost(snapshot.graph, { lost: refs, outageSeconds });
    const all = hitsOf(loss, snapshot);
    const isVisible = await this.#options.sight.among(
      all.map(({ ref }) => ref),
      { snapshot, access },
    );
    const hits = all.filter(({ ref }) => isVisible(ref));
    const lines = hits.flatMap(({ line }) => line ?? []);
    const covered = await this.#options.plans.coveredBy(
      hits.map(({ ref }) => ref),
    );

    const start = after ? hits.findIndex(hit => isAfter(hit, after)) : 0;
    const from = start === -1 ? hits.length : start;
    const page = hits.slice(from, from + limit);
    const last = page.at(-1);
    const draft = {
      graph: { revision: snapshot.revision, changedAt: snapshot.changedAt },
      dataAge: await this.#options.sweep.dataAge(),
      outageSeconds: outageSeconds ?? null,
      unknown: [],
      matched,
      summary: this.#summary(hits, { loss, snapshot, covered }),
      waves: wavesOf(lines),
      items: await this.#items(page, { loss, snapshot, covered }),
      totalItems: hits.length,
      redacted: all.length - hits.length,
      pageInfo:
        last && from + limit < hits.length
          ? { nextCursor: writeListCursor('what-if', placeOf(last)) }
          : {},
      ...dependencyLinks(
        snapshot.graph,
        page.map(({ ref }) => ref),
      ),
      call: whoToCall(lines, snapshot),
    };
    const shown = await this.#options.sight.hide(draft, access);
    const titles = await this.#options.nodes.titles(collectEntityRefs(shown));
    const named = <P extends { ref: string; title: string | null }>(
      party: P,
    ): P => ({ ...party, title: titles[party.ref] ?? null });
    return {
      ...shown,
      // as the caller wrote it: it says nothing that was not known
      unknown,
      items: shown.items.map(item => ({
        ...item,
        recoveryOwner: item.recoveryOwner && named(item.recoveryOwner),
        alternates: item.alternates.map(named),
      })),
      call: { ...shown.call, items: shown.call.items.map(named) },
      titles,
    };
  }

  #summary(
    hits: Hit[],
    about: {
      loss: Loss;
      snapshot: GraphSnapshot;
      covered: ReadonlyMap<string, PlanCoverage>;
    },
  ): WhatIfAnswer['summary'] {
    const { loss, snapshot, covered } = about;
    const lines = hits.flatMap(({ line }) => line ?? []);
    const factsOf = (ref: string) => snapshot.entities.get(ref)?.facts;
    const count = (is: (line: RecoveryLine) => boolean) =>
      lines.filter(is).length;
    const lost = count(({ ref }) => loss.effectOn(ref) === 'lost');
    return {
      lost,
      affected: lines.length - lost,
      degraded: hits.length - lines.length,
      byTier: this.#options.nodes.tiers.map(tier => {
        const own = lines.filter(({ ref }) => factsOf(ref)?.tier === tier.id);
        return {
          tier,
          hit: own.length,
          beyondRto: own.filter(({ againstRto }) => againstRto === 'beyond')
            .length,
          covered: own.filter(({ ref }) => covered.has(ref)).length,
        };
      }),
      withinRto: count(({ againstRto }) => againstRto === 'within'),
      beyondRto: count(({ againstRto }) => againstRto === 'beyond'),
      unprovenRto: count(({ againstRto }) => againstRto === 'unproven'),
      withoutRto: count(({ againstRto }) => againstRto === 'no-target'),
      beyondMtpd: count(({ againstMtpd }) => againstMtpd === 'beyond'),
      covered: count(({ ref }) => covered.has(ref)),
      planMissing: count(({ ref }) => {
        const facts = factsOf(ref);
        return (
          facts?.in_scope === true && facts.requires_plan && !covered.has(ref)
        );
      }),
      waves: lines.reduce((most, { wave }) => Math.max(most, wave), 0),
      allBack: allBackOf(lines),
    };
  }

  async #items(
    page: Hit[],
    about: {
      loss: Loss;
      snapshot: GraphSnapshot;
      covered: ReadonlyMap<string, PlanCoverage>;
    },
  ): Promise<LossItem[]> {
    const { loss, snapshot, covered } = about;
    const describe = await this.#options.nodes.describe(
      page.map(({ ref }) => ref),
      snapshot,
    );
    const lostWith = new Map(loss.lost.map(one => [one.ref, one.with ?? null]));
    return page.map(({ ref, distance, line }) => {
      const facts = snapshot.entities.get(ref)?.facts;
      return {
        ...describe(ref),
        effect: loss.effectOn(ref) as LossItem['effect'],
        lostWith: lostWith.get(ref) ?? null,
        path: loss.pathOf(ref)!,
        distance,
        wave: line?.wave ?? null,
        together:
          line && line.together.length > 1
            ? line.together
                .filter(other => other !== ref)
                .slice(0, MOST_TOGETHER)
            : [],
        ownTime: ownTimeOf(ref, snapshot),
        expected: line?.expected ?? null,
        againstRto: line?.againstRto ?? 'no-target',
        lateBySeconds: line?.lateBySeconds ?? null,
        againstMtpd: line?.againstMtpd ?? 'no-target',
        plan: covered.get(ref) ?? null,
        recoveryOwner: facts?.owner_ref
          ? { ref: facts.owner_ref, title: null }
          : null,
        alternates: alternatesOf(facts?.alternates),
      };
    });
  }
}

/** The alternates of the table, in order. */
export function alternatesOf(json: string | undefined) {
  const refs: string[] = json ? JSON.parse(json) : [];
  return refs.map(ref => ({ ref, title: null }));
}

/** In recovery order, what is degraded last. */
function hitsOf(loss: Loss, snapshot: GraphSnapshot): Hit[] {
  const distances = new Map(
    loss.affected.map(({ ref, distance }) => [ref, distance]),
  );
  return [
    ...linesOfLoss(loss, snapshot).map(line => ({
      ref: line.ref,
      distance: distances.get(line.ref) ?? 0,
      line,
    })),
    ...loss.degraded.map(({ ref, distance }) => ({
      ref,
      distance,
      line: null,
    })),
  ].sort((a, b) => {
    const [waveA, refA] = placeOf(a);
    const [waveB, refB] = placeOf(b);
    return waveA - waveB || (refA < refB ? -1 : 1);
  });
}

const AFTER_ALL_WAVES = Number.MAX_SAFE_INTEGER;

function placeOf({ ref, line }: Hit): [number, string] {
  return [line?.wave ?? AFTER_ALL_WAVES, ref];
}

function isAfter(hit: Hit, [wave, ref]: [number, string]): boolean {
  const [ownWave, ownRef] = placeOf(hit);
  return ownWave === wave ? ownRef > ref : ownWave > wave;
}

function wavesOf(lines: RecoveryLine[]): WhatIfAnswer['waves'] {
  const byWave = new Map<number, RecoveryLine[]>();
  for (const line of lines) {
    const own = byWave.get(line.wave) ?? [];
    own.push(line);
    byWave.set(line.wave, own);
  }
  return [...byWave].map(([wave, own]) => {
    const times = own.map(({ expected }) => expected);
    const first = times.reduce((a, b) => (b.seconds < a.seconds ? b : a));
    return {
      wave,
      total: own.length,
      beyondRto: own.filter(({ againstRto }) => againstRto === 'beyond').length,
      firstReady: first,
      lastReady: latest(times),
    };
  });
}
