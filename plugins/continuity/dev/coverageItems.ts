import {
  defaultPolicy,
  gapCodes,
  type CoverageItem,
  type Gap,
  type GapCode,
} from 'backstage-plugin-continuity-common';

/** The same numbers each time, so that two pictures differ only where the page does. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const NAMES = ['checkout', 'ledger', 'search', 'pricing', 'basket', 'invoice'];
const PARTS = ['api', 'worker', 'db', 'web', 'queue', 'cache', 'batch'];
const OWNERS = ['payments-team', 'shop-team', 'runtime-team', 'data-team'];
const SYSTEMS = ['payments', 'shop', 'logistics', 'platform'];

const DAY = 86_400_000;

function aGap(code: GapCode, requirement: string, dueIn: number): Gap {
  const dueBy = new Date(Date.now() + dueIn * DAY).toISOString();
  return {
    code,
    severity: gapCodes[code],
    requirement,
    since: new Date(Date.now() - 40 * DAY).toISOString(),
    dueBy,
    late: dueIn < 0 && gapCodes[code] !== 'information',
    message: `What ${code} means for this service, in a sentence.`,
    action: 'What to do about it.',
    params: {},
  };
}

/** Invented services for looking at the pages without a backend. */
export function coverageItems(count: number): CoverageItem[] {
  const random = seeded(7);
  const pick = <T>(list: readonly T[]) =>
    list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, (_, index) => {
    const tier = random() < 0.12 ? undefined : pick(defaultPolicy.tiers);
    const kind = pick(['Component', 'Component', 'Resource', 'System']);
    const gaps: Gap[] = [];
    if (tier && tier.id !== 'tier-4') {
      if (random() < 0.3) {
        gaps.push(aGap('plan-missing', 'plan', Math.floor(random() * 90 - 20)));
      }
      if (random() < 0.3) {
        gaps.push(
          aGap('agreement-missing', 'agreement', Math.floor(random() * 60)),
        );
      }
      if (random() < 0.1) gaps.push(aGap('target-missing', 'rto', 20));
      if (random() < 0.2) gaps.push(aGap('due-soon', 'plan', 14));
    }
    const exempt = gaps.length > 0 && random() < 0.08;
    if (exempt) {
      for (const gap of gaps) {
        gap.exemption = {
          id: 'x',
          until: new Date(Date.now() + 60 * DAY).toISOString(),
          reason: 'Replaced in spring',
        };
      }
    }
    const underlyingStatus = statusOf(tier?.id, gaps);
    const due = gaps
      .filter(gap => gap.severity !== 'information')
      .map(gap => gap.dueBy)
      .sort();
    const name = `${pick(NAMES)}-${pick(PARTS)}-${index}`;
    return {
      entityRef: `${kind.toLocaleLowerCase('en-US')}:default/${name}`,
      title: name,
      kind,
      type: kind === 'Component' ? pick(['service', 'website']) : null,
      system: kind === 'System' ? null : `system:default/${pick(SYSTEMS)}`,
      domain: 'domain:default/commerce',
      owner: `group:default/${pick(OWNERS)}`,
      recoveryOwner: `group:default/${pick(OWNERS)}`,
      status: exempt ? 'exempt' : underlyingStatus,
      underlyingStatus,
      tier: tier?.id ?? null,
      tierSource: tier
        ? pick(['portal', 'mapped', 'inherited', 'catalog'])
        : null,
      rto: tier?.targets.rto ?? null,
      rpo: random() < 0.1 ? 'none' : tier?.targets.rpo ?? null,
      mtpd: tier?.targets.mtpd ?? null,
      gaps,
      dueBy: due[0] ?? null,
      late: gaps.some(gap => gap.late && !gap.exemption),
    };
  });
}

function statusOf(
  tier: string | undefined,
  gaps: Gap[],
): CoverageItem['status'] {
  if (!tier) return 'unassessed';
  if (gaps.some(gap => gap.severity === 'critical')) return 'exposed';
  if (gaps.some(gap => gap.severity === 'warning')) return 'at-risk';
  return tier === 'tier-4' ? 'not-required' : 'met';
}
