import type { Entity } from '@backstage/catalog-model';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { refOf } from './__testUtils__/anEntity';
import { naiveConcentration } from './__testUtils__/naiveConcentration';
import { naiveCompared, naiveConflicts } from './__testUtils__/naiveConflicts';
import { naiveExpected } from './__testUtils__/naiveExpected';
import { naiveWaves } from './__testUtils__/naiveWaves';
import { ReferenceGraph } from './__testUtils__/ReferenceGraph';
import { rowsOf } from './__testUtils__/relationsOf';
import { buildDependencyGraph } from './graph/buildDependencyGraph';
import { Concentration } from './recovery/Concentration';
import { countTargetDemands } from './targets/countTargetDemands';
import { expectedRecovery } from './recovery/ExpectedRecovery';
import { findTargetConflicts } from './targets/findTargetConflicts';
import { reachDependencies } from './reach/reachDependencies';
import {
  RecoveryColumns,
  type RecoveryFacts,
} from './recovery/RecoveryColumns';
import { recoveryOrder } from './recovery/recoveryOrder';
import { whatIfLost } from './recovery/whatIfLost';

const folder = process.env.CONTINUITY_REALDATA;
const describeReal = folder ? describe : describe.skip;
const skipped = folder ? '' : ' (skipped: CONTINUITY_REALDATA names no folder)';

const TIERS = ['tier-1', 'tier-2', 'tier-3', 'tier-4'];
const HOURS = [1, 4, 24, 72];

/** Facts that these catalogs lack, made from the name so that they are always the same. */
function factsOf(ref: string): RecoveryFacts {
  let hash = 7;
  for (const character of ref) {
    hash = (hash * 31 + character.charCodeAt(0)) % 1009;
  }
  const tier = hash % 5;
  return {
    tier: TIERS[tier],
    inScope: !ref.startsWith('api:'),
    rtoSeconds: tier < 4 ? HOURS[tier] * 3600 : undefined,
    rpoSeconds: hash % 3 === 0 ? 'none' : (hash % 7) * 600,
    ownTime:
      hash % 4 === 0
        ? undefined
        : { seconds: (hash % 11) * 300, source: 'estimated' },
  };
}

describeReal(`real catalogs${skipped}`, () => {
  const read = (file: string) => {
    const text = readFileSync(join(folder!, file), 'utf8');
    const entities = rowsOf(
      parseAllDocuments(text)
        .map(document => document.toJS() as Entity)
        .filter(Boolean),
    );
    const graph = buildDependencyGraph({ entities });
    const columns = RecoveryColumns.read(graph, { tiers: TIERS, factsOf });
    const reference = new ReferenceGraph({ entities, classifications: [] });
    return { graph, columns, reference, entities };
  };

  describe.each(['home-ops.yaml', 'opentelemetry-demo.yaml'])('%s', file => {
    it('has the impacted sets and paths that brute force finds', () => {
      const { graph, reference } = read(file);
      const closures = reference.closures();
      let impactedInAll = 0;
      for (const ref of reference.refs) {
        const loss = whatIfLost(graph, { lost: [ref] });
        const lost = [ref, ...reference.partsOf(ref)];
        const isLostApi =
          ref.startsWith('api:') && reference.providersOf(ref).length > 0;
        const impacted = reference.refs.filter(
          other =>
            !lost.includes(other) &&
            (lost.some(one => closures.get(other)!.has(one)) ||
              (isLostApi &&
                [other, ...closures.get(other)!].some(one =>
                  reference.apisOf(one).includes(ref),
                ))),
        );
        expect(loss.affected.map(one => one.ref).sort()).toEqual(impacted);
        impactedInAll += impacted.length;
        if (isLostApi) continue;
        expect(impacted.map(other => loss.pathOf(other))).toEqual(
          impacted.map(other =>
            reference.bestPath(other, one => lost.includes(one)),
          ),
        );
      }
      expect(impactedInAll).toBeGreaterThan(50);
    });

    it('comes back in the order that brute force finds', () => {
      const { graph, reference } = read(file);
      const order = (refs?: string[]) =>
        recoveryOrder(graph, { refs }).map(({ steps }) =>
          steps.map(step => step.refs.join('+')),
        );
      expect(order()).toEqual(naiveWaves(reference, reference.refs, 0));
      for (const ref of reference.refs) {
        expect(order([ref])).toEqual(naiveWaves(reference, [ref], 0));
      }
    });

    it('takes the times that brute force finds', () => {
      const { graph, columns, reference } = read(file);
      const expected = expectedRecovery(graph, columns);
      const naive = naiveExpected(reference, factsOf);
      expect(reference.refs.map(ref => expected.of(ref))).toEqual(
        reference.refs.map(naive),
      );
    });

    it.each(['rto', 'rpo'] as const)(
      'has the %s conflicts that brute force finds',
      target => {
        const { graph, columns, reference } = read(file);
        const compared = naiveCompared(reference, factsOf, target);
        const found = findTargetConflicts(graph, columns, { target });
        expect(countTargetDemands(graph, columns, found)).toEqual(
          naiveConflicts(reference.refs, compared, target),
        );
        expect(found.length).toBeGreaterThan(0);
      },
    );

    it('shows who is said to depend on itself, what resolves nowhere, and Systems that are depended on', () => {
      const { graph, entities } = read(file);
      const names = new Set(entities.map(row => row.entityRef));
      const direct = entities.flatMap(({ entityRef, relations }) =>
        relations
          .filter(({ type }) => type === 'dependsOn')
          .map(({ targetRef }) => [entityRef, targetRef]),
      );
      const selves = direct.filter(([from, to]) => from === to);
      expect(graph.selfDependencies().map(({ ref }) => ref)).toEqual(
        [...new Set(selves.map(([ref]) => ref))].sort(),
      );
      const others = direct.filter(
        ([from, to]) => from !== to && !to.startsWith('api:'),
      );
      for (const [from, to] of others) {
        const { ways, resolved } = graph.edge(from, to)!;
        expect(ways.map(({ kind }) => kind)).toContain('direct');
        expect(resolved).toBe(names.has(to));
      }
      expect(others.length).toBeGreaterThan(30);
    });

    it('has the concentration that brute force finds', () => {
      const { graph, columns, reference } = read(file);
      const found = Concentration.of(graph, columns).ranking();
      expect(found).toEqual(
        naiveConcentration(reference, { tiers: TIERS, factsOf }),
      );
      expect(found.length).toBeGreaterThan(0);
    });
  });

  it('show hubs, dependencies on Systems and refs that resolve nowhere (home-ops)', () => {
    const { graph } = read('home-ops.yaml');
    const dependants = (short: string) =>
      graph
        .neededByOf(refOf(short))
        .filter(edge => edge.ways.some(way => way.kind === 'direct'))
        .map(({ from }) => from);
    expect(dependants('cert-manager')).toHaveLength(13);
    expect(dependants('traefik')).toHaveLength(13);
    expect(dependants('system:mqtt.home')).toContain(refOf('zigbee2mqtt'));
    expect(dependants('system:nas')).toContain(refOf('home-assistant'));
    // Nobody registered the System that two components say they are part of
    expect(graph.unresolved().map(({ ref }) => ref)).toContain(
      refOf('system:kube-nas'),
    );
    expect(
      graph
        .edge(refOf('node-red'), refOf('locking-service'))
        ?.ways.map(way => [way.kind, way.api]),
    ).toEqual([['api', refOf('api:locking-service')]]);
    expect(graph.counts().entities).toBe(37);
  });

  it('show hubs and what resolves nowhere (opentelemetry-demo)', () => {
    const { graph } = read('opentelemetry-demo.yaml');
    const { counts } = { counts: graph.counts() };
    expect(counts.entities).toBe(34);
    expect(counts.unclassified).toBe(67 - graph.selfDependencies().length);
    expect(graph.neededByOf(refOf('otel-collector'))).toHaveLength(17);
    const everyone = reachDependencies(graph, {
      from: [refOf('otel-collector')],
      direction: 'needed-by',
    });
    expect(everyone.size).toBeGreaterThanOrEqual(17);
  });
});
