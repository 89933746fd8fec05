import { apisUsedBy, type ApiFacts } from '../../catalog/apiFacts';
import type { EntityFacts, PeopleFacts } from '../../catalog/entityFacts';
import { buildDependencyGraph } from '../../dependency/graph/buildDependencyGraph';
import type { DependencyClassification } from '../../dependency/graph/dependencyFacts';
import { layOverDependencyGraph } from '../../dependency/graph/layOverDependencyGraph';
import { RecoveryColumns } from '../../dependency/recovery/RecoveryColumns';
import type { PlanInForce } from '../../plan/planFacts';
import { defaultPolicy } from '../../policy/defaultPolicy';
import type { ContinuityPolicy } from '../../policy/policy';
import { catalogOwner } from '../../profile/catalogOwner';
import type { TouchAction } from '../../terms/changeTerms';
import { assessChangeImpact } from '../assessChangeImpact';
import type {
  ChangeFacts,
  EntityUnderChange,
  StandingGap,
  TestUnderChange,
} from '../changeFacts';
import { dependencyChangesOf, draftProposal } from '../draftProposal';
import { effectiveProfileOf } from '../effectiveProfileOf';
import { findImpacted } from '../findImpacted';
import { proposedRecoveryFacts } from '../proposedRecoveryFacts';
import { readProposed } from '../readProposed';
import { watchedOf } from '../watchedOf';
import { newEntityFacts, withProposal } from '../withProposal';
import { catalogUnder, type TestDocument } from './aCatalogOf';

/** A plan of a scene; it watches what is true before the change, as if it had been approved then. */
export interface ScenePlan {
  id: string;
  covers: string[];
  /** What its steps name; as what it covers where left out. */
  steps?: string[];
  owner?: string;
  kind?: PlanInForce['kind'];
}

export interface Scene {
  catalog: TestDocument[];
  touched?: Record<string, TouchAction>;
  proposed?: TestDocument[];
  change?: ChangeFacts['change'];
  plans?: ScenePlan[];
  tests?: Array<Partial<TestUnderChange> & { entityRefs: string[] }>;
  standing?: Array<
    Partial<StandingGap> & Pick<StandingGap, 'entityRef' | 'code'>
  >;
  classifications?: DependencyClassification[];
  people?: PeopleFacts;
  policy?: ContinuityPolicy;
  now?: string;
}

/** `web` is `component:default/web`, `resource:db` is `resource:default/db`. */
export function refOf(short: string): string {
  const [kind, name] = short.includes(':')
    ? short.split(':')
    : ['component', short];
  return `${kind}:${name.includes('/') ? name : `default/${name}`}`;
}

function planOf(
  plan: ScenePlan,
  before: EntityUnderChange,
  policy: ContinuityPolicy,
): PlanInForce {
  return {
    planId: plan.id,
    title: `Plan ${plan.id}`,
    kind: plan.kind ?? 'service-recovery',
    version: 3,
    approvedAt: '2026-01-01T00:00:00.000Z',
    reviewedAt: null,
    covers: true,
    through: null,
    watched: watchedOf(before, policy),
    contacts: [],
    isPrimary: false,
  };
}

/** What the catalog says of the APIs that an entity uses. */
function apisOf(
  entity: EntityFacts,
  catalog: ReadonlyMap<string, EntityFacts>,
): Record<string, ApiFacts> {
  const providersOf = (api: string) =>
    [...catalog.values()]
      .filter(({ relations }) =>
        relations.some(
          ({ type, targetRef }) => type === 'providesApi' && targetRef === api,
        ),
      )
      .map(({ entityRef }) => entityRef)
      .sort();
  return Object.fromEntries(
    apisUsedBy(entity).map(api => [
      api,
      { providers: providersOf(api), inCatalog: catalog.has(api) },
    ]),
  );
}

/** The facts of a change, loaded as a backend loads them. */
export function factsOfScene(scene: Scene): ChangeFacts {
  const { policy = defaultPolicy, plans = [] } = scene;
  const current = catalogUnder(policy, ...scene.catalog);
  const { proposed } = readProposed(scene.proposed ?? [], policy);
  const said = new Map<string, TouchAction>(
    Object.entries(scene.touched ?? {}).map(([short, action]) => [
      refOf(short),
      action,
    ]),
  );
  const removed = [...said]
    .filter(([, action]) => action === 'remove')
    .map(([ref]) => ref);
  const proposal = draftProposal({ proposed, removed, current });

  const systemRefOf = (ref: string) =>
    current
      .get(ref)
      ?.relations.find(
        ({ type, targetRef }) =>
          type === 'partOf' && targetRef.startsWith('system:'),
      )?.targetRef;
  const systemOf = (ref: string) => {
    const entity = current.get(ref);
    return entity && { entity };
  };
  const known = new Map<string, EntityUnderChange>();
  for (const [ref, entity] of current) {
    const systemRef = systemRefOf(ref);
    const system = systemRef === undefined ? undefined : systemOf(systemRef);
    const facts: EntityUnderChange = {
      entity,
      apis: apisOf(entity, current),
      ...(system && { system }),
    };
    const inForce = plans
      .filter(({ covers }) => covers.map(refOf).includes(ref))
      .map(plan => planOf(plan, facts, policy));
    known.set(
      ref,
      inForce.length === 0
        ? facts
        : { ...facts, plans: { inForce, isInWork: false, source: null } },
    );
  }
  const afterOf = (ref: string) => {
    const before = known.get(ref);
    return before
      ? withProposal(before, proposal, { systemOf })
      : newEntityFacts(ref, proposal, { systemOf });
  };

  const refs = new Set([...said.keys(), ...proposal.entities.keys()]);
  const touched = [...refs].sort().map(entityRef => {
    const before = known.get(entityRef) ?? null;
    const isProposed = proposal.entities.has(entityRef);
    const action = said.get(entityRef) ?? (before ? 'modify' : 'add');
    const isKnown = isProposed || action !== 'modify';
    return {
      entityRef,
      action,
      content: isKnown ? ('known' as const) : ('unknown' as const),
      before,
      after: afterOf(entityRef),
    };
  });
  const parts = [...known.keys()].filter(ref =>
    refs.has(systemRefOf(ref) ?? ''),
  );
  const users = [...current.values()]
    .filter(entity =>
      apisUsedBy(entity).some(api => proposal.apis.includes(api)),
    )
    .map(({ entityRef }) => entityRef);
  const around = [...new Set([...proposal.concerned, ...parts, ...users])]
    .filter(ref => known.has(ref) && !refs.has(ref))
    .map(ref => ({ before: known.get(ref)!, after: afterOf(ref)! }));

  const graph = buildDependencyGraph({
    entities: current.values(),
    classifications: scene.classifications,
  });
  const recoveryFacts = (facts: EntityUnderChange) =>
    proposedRecoveryFacts(facts, { policy });
  const columns = RecoveryColumns.read(graph, {
    tiers: policy.tiers.map(({ id }) => id),
    factsOf: ref => {
      const facts = known.get(ref);
      return facts && recoveryFacts(facts);
    },
  });
  const before = { graph, columns };
  let after = before;
  if (proposed.length > 0 || removed.length > 0) {
    const changed = layOverDependencyGraph(
      graph,
      dependencyChangesOf(proposal),
    );
    const others = [...touched, ...around].flatMap(each => {
      const entityRef = (each.after ?? each.before)?.entity.entityRef;
      return entityRef === undefined
        ? []
        : [
            [
              entityRef,
              each.after ? recoveryFacts(each.after) : undefined,
            ] as const,
          ];
    });
    after = {
      graph: changed,
      columns: columns.layOver(changed, new Map(others)),
    };
  }
  const { plannedStart, plannedEnd } = scene.change ?? {};
  const impact = findImpacted(graph, {
    touched: refs,
    after: after.graph,
    ...(plannedStart &&
      plannedEnd && {
        windowSeconds:
          (Date.parse(plannedEnd) - Date.parse(plannedStart)) / 1000,
      }),
  });
  const factsAfter = (ref: string) =>
    touched.find(each => each.entityRef === ref)?.after ??
    around.find(each => each.after.entity.entityRef === ref)?.after ??
    known.get(ref);
  return {
    change: scene.change ?? {},
    touched,
    around,
    graphs: { before, after },
    impact,
    standing: (scene.standing ?? []).map(gap => ({
      requirement: 'plan',
      late: true,
      ...gap,
      entityRef: refOf(gap.entityRef),
    })),
    plans: plans.map(({ id, covers, steps, owner }) => ({
      planId: id,
      title: `Plan ${id}`,
      version: 3,
      owner: owner ?? null,
      entityRefs: covers.map(refOf),
      stepEntityRefs: (steps ?? covers).map(refOf),
      openRequestId: null,
    })),
    tests: (scene.tests ?? []).map((test, at) => ({
      testId: `t${at + 1}`,
      title: `Test ${at + 1}`,
      state: 'planned',
      isInvocation: false,
      startsAt: '2026-03-01T08:00:00.000Z',
      endsAt: '2026-03-01T12:00:00.000Z',
      planIds: [],
      people: ['user:default/facilitator'],
      ...test,
      entityRefs: test.entityRefs.map(refOf),
    })),
    people: scene.people ?? { known: true, stateOf: () => 'ok' },
    tierOf: ref => {
      const facts = factsAfter(ref);
      return facts ? effectiveProfileOf(facts, policy).tier.value : null;
    },
    askAbout: ref => {
      const facts = factsAfter(ref) ?? known.get(ref);
      const owner = facts && catalogOwner(facts.entity);
      return owner === undefined ? [] : [owner];
    },
  };
}

/** What the rules make of a scene. */
export function judge(scene: Scene) {
  return assessChangeImpact(
    factsOfScene(scene),
    scene.policy ?? defaultPolicy,
    scene.now ?? '2026-03-01T00:00:00.000Z',
  );
}

/** The findings of one rule, short: `severity entity plan`. */
export function found(scene: Scene, rule: string): string[] {
  return judge(scene)
    .findings.filter(finding => finding.rule === rule)
    .map(({ severity, entityRef, planId }) =>
      [severity, entityRef?.replace(/:default\//, ':'), planId]
        .filter(Boolean)
        .join(' '),
    );
}
