import type { Gap } from '../assessment/gap';
import { testDepths } from '../policy/policy';
import type { CoverageItem } from './coverage';
import type { MineItem, MineStep } from './mine';
import { sortMine } from './mineOrder';

/** What the caller may do about an entity's gaps. @public */
export interface GapRights {
  mayEdit: boolean;
  mayAgree: boolean;
  mayAnalyse: boolean;
  mayPlanTests: boolean;
  mayWritePlans: boolean;
}

type Service = Pick<
  CoverageItem,
  'entityRef' | 'title' | 'system' | 'gaps' | 'late'
>;

interface GapContext {
  rightsFor: (entityRef: string) => GapRights;
  /** The test that is planned for a requirement of an entity, if any. */
  plannedTest: (entityRef: string, requirement: string) => string | undefined;
  /** What a system is called. */
  nameOf: (entityRef: string) => string | undefined;
}

/** Gaps of these are mended where the system carries them. */
const CARRIED = ['agreement', 'bia', 'risk'];
const VALUES = ['tier', 'rto', 'rpo', 'mtpd', 'owner', 'alternates'];
/** These name a target, but what has to change is how it is recovered. */
const NOT_BY_VALUE = ['recovery-beyond-rto', 'slower-than-needed'];

/**
 * The gaps of services as items, the most urgent first. Gaps that one step settles are one item: of the same plan, test, finding or change, or of the system
 * that carries an agreement or analysis for its parts. Informations and what is exempted are left out.
 *
 * @public
 */
export function mineGaps(
  services: readonly Service[],
  context: GapContext,
): MineItem[] {
  const groups = new Map<string, Array<{ service: Service; gap: Gap }>>();
  for (const service of services) {
    for (const gap of service.gaps) {
      if (gap.severity === 'information' || gap.exemption) continue;
      const key = `${gap.code} ${settledAt(gap, service)}`;
      groups.set(key, [...(groups.get(key) ?? []), { service, gap }]);
    }
  }
  return sortMine([...groups.values()].map(group => itemOf(group, context)));
}

/**
 * Whether one of the items asks for what settles a gap already: to look at the plan that is stale, to review the result, to close the finding.
 *
 * @public
 */
export function isSettledBy(
  gap: Pick<Gap, 'code' | 'params'>,
  items: readonly Pick<MineItem, 'kind' | 'id'>[],
): boolean {
  const thing = settledThing(gap);
  return (
    thing !== undefined &&
    items.some(({ kind, id }) => kind === thing.kind && id === thing.id)
  );
}

/** What has to be worked on: a thing that the gap names, the system, or the service itself. */
function settledAt(gap: Gap, service: Service): string {
  return (
    settledThing(gap)?.id ?? `${gap.requirement} ${carrierOf(gap, service)}`
  );
}

/** The plan, test, finding or change by which alone a gap is settled, for all services that have it. */
function settledThing({
  code,
  params,
}: Pick<Gap, 'code' | 'params'>): Pick<MineItem, 'kind' | 'id'> | undefined {
  const [kind, id] = (() => {
    switch (code) {
      case 'plan-stale':
      case 'plan-review-overdue':
        return ['plan', params.planId] as const;
      case 'result-unreviewed':
        return ['test', params.testId] as const;
      case 'finding-overdue':
        return ['finding', params.findingId] as const;
      case 'change-review-overdue':
        return ['change', params.changeId] as const;
      default:
        return ['gap', undefined] as const;
    }
  })();
  return id === undefined ? undefined : { kind, id: String(id) };
}

function carrierOf({ requirement, params }: Gap, service: Service): string {
  const isSystems = CARRIED.includes(requirement) && params.unit === 'system';
  return isSystems && service.system ? service.system : service.entityRef;
}

function itemOf(
  group: Array<{ service: Service; gap: Gap }>,
  { rightsFor, plannedTest, nameOf }: GapContext,
): MineItem {
  const [first] = sortMine(
    group.map(({ service, gap }) => ({
      service,
      gap,
      title: service.title,
      dueAt: gap.dueBy,
      late: gap.late,
      severity: gap.severity,
    })),
  );
  const { service, gap } = first;
  const carrier = carrierOf(gap, service);
  const title =
    carrier === service.entityRef
      ? service.title
      : nameOf(carrier) ??
        titlesOf(group).get(carrier) ??
        carrier.replace(/^.*\//, '');
  const touched = new Set([...titlesOf(group).keys(), carrier]);
  return {
    kind: 'gap',
    ...stepFor(gap, {
      rights: rightsFor(carrier),
      planned: plannedTest(service.entityRef, gap.requirement),
    }),
    title,
    entity: { entityRef: carrier, title },
    others: touched.size - 1,
    dueAt: gap.dueBy,
    late: gap.late,
    severity: gap.severity,
    gap,
  };
}

function titlesOf(group: Array<{ service: Service }>): Map<string, string> {
  return new Map(
    group.map(({ service }) => [service.entityRef, service.title]),
  );
}

function stepFor(
  gap: Gap,
  { rights, planned }: { rights: GapRights; planned: string | undefined },
): { step: MineStep; id: string | null } {
  const { requirement, params } = gap;
  const idOf = (key: string) =>
    params[key] === undefined ? null : String(params[key]);
  const allowed = (may: boolean, step: MineStep) => ({
    step: may ? step : ('open-service' as const),
    id: null,
  });
  if (idOf('findingId')) return { step: 'open-finding', id: idOf('findingId') };
  if (idOf('changeId')) return { step: 'open-change', id: idOf('changeId') };
  if (requirement === 'plan') {
    return idOf('planId')
      ? { step: 'open-plan', id: idOf('planId') }
      : allowed(rights.mayWritePlans, 'write-plan');
  }
  if (requirement.startsWith('test:')) {
    if (gap.code === 'result-unreviewed' && idOf('testId')) {
      return { step: 'open-test', id: idOf('testId') };
    }
    if (planned) return { step: 'open-test', id: planned };
    const isDepth = testDepths.some(depth => requirement === `test:${depth}`);
    return allowed(isDepth && rights.mayPlanTests, 'plan-test');
  }
  if (requirement === 'agreement') {
    return allowed(rights.mayAgree, 'record-agreement');
  }
  if (requirement === 'bia')
    return allowed(rights.mayAnalyse, 'analyse-impact');
  if (requirement === 'risk') return allowed(rights.mayAnalyse, 'assess-risk');
  const isValue =
    VALUES.includes(requirement) && !NOT_BY_VALUE.includes(gap.code);
  return allowed(rights.mayEdit && isValue, 'set-value');
}
