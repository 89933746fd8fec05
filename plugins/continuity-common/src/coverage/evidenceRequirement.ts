import type { Gap } from '../assessment/gap';
import type { GapCode } from '../terms/gapCode';

/**
 * What ISO/IEC 20000-1:2018, 8.7.2 asks for, in the order in which an evidence pack shows it.
 *
 * @public
 */
export const evidenceRequirements = [
  'risks',
  'requirements',
  'plan-contents',
  'plan-access',
  'tests',
  'reviews',
  'changes',
] as const;

/** @public */
export type EvidenceRequirement = (typeof evidenceRequirements)[number];

/** Something that proves a requirement: what, by whom, when, and where in the pack it is. @public */
export interface EvidenceItem {
  what: string;
  who: string | null;
  /** A moment or a day (ISO). */
  when: string | null;
  /** Path in the pack. */
  path: string | null;
}

/** What there is for a requirement and a service, and what is not. @public */
export interface EvidenceLine {
  requirement: EvidenceRequirement;
  entityRef: string;
  /**
   * `missing`: something that is asked for is not there or out of date; `not-required`: nothing is asked for, and nothing is there; `not-known`: nothing is
   * there, and without a tier nobody knows whether it is asked for.
   */
  state: 'there' | 'missing' | 'not-required' | 'not-known';
  items: EvidenceItem[];
  missing: string[];
}

/** Which gaps say that evidence of a requirement is missing or out of date. */
const missingBy: Partial<Record<GapCode, EvidenceRequirement>> = {
  'risk-missing': 'risks',
  'risk-overdue': 'risks',
  'agreement-missing': 'requirements',
  'bia-missing': 'requirements',
  'bia-overdue': 'requirements',
  'target-missing': 'requirements',
  'looser-than-agreed': 'requirements',
  'tier-below-bia': 'requirements',
  'rto-beyond-mtpd': 'requirements',
  'mtpd-looser-than-bia': 'requirements',
  'slower-than-needed': 'requirements',
  'plan-missing': 'plan-contents',
  'plan-overlap': 'plan-contents',
  'plan-source-invalid': 'plan-contents',
  'dependency-unprotected': 'plan-contents',
  'owner-missing': 'plan-access',
  'owner-unresolved': 'plan-access',
  'emergency-copy-old': 'plan-access',
  'test-failed': 'tests',
  'test-long-overdue': 'tests',
  'test-never': 'tests',
  'test-overdue': 'tests',
  'test-too-shallow': 'tests',
  'test-inconclusive': 'tests',
  'retest-needed': 'tests',
  'result-unreviewed': 'tests',
  'extra-test-failed': 'tests',
  'recovery-beyond-rto': 'tests',
  'plan-review-overdue': 'reviews',
  'plan-stale': 'reviews',
  'finding-overdue': 'reviews',
  'change-review-overdue': 'changes',
};

/** Without a plan, nobody can have access to it either. */
function lacks(code: GapCode, requirement: EvidenceRequirement): boolean {
  return (
    missingBy[code] === requirement ||
    (code === 'plan-missing' && requirement === 'plan-access')
  );
}

/** What was found about a service, besides its gaps. @public */
export interface EvidenceFound {
  entityRef: string;
  /** False: it has no effective tier, so that nobody can tell what is required. */
  hasTier: boolean;
  gaps: Array<Pick<Gap, 'code' | 'severity' | 'message' | 'exemption'>>;
  items: Partial<Record<EvidenceRequirement, EvidenceItem[]>>;
  /** What is missing that no gap says, such as a content of a plan. */
  alsoMissing: Partial<Record<EvidenceRequirement, string[]>>;
}

/**
 * Sets what there is against what is missing, for each requirement: a gap of the day that the pack speaks of is something missing, also where it is exempted or
 * not late yet. Missing evidence is never left out, and what is not required is never called there.
 *
 * @public
 */
export function evidenceLines(found: EvidenceFound): EvidenceLine[] {
  return evidenceRequirements.map(requirement => {
    const items = found.items[requirement] ?? [];
    const missing = [
      ...(found.hasTier || requirement !== 'requirements'
        ? []
        : ['It has no tier, so nobody has said what is required of it.']),
      ...found.gaps
        .filter(
          ({ code, severity }) =>
            lacks(code, requirement) && severity !== 'information',
        )
        .map(({ message, exemption }) =>
          exemption ? `${message} (exempted)` : message,
        ),
      ...(found.alsoMissing[requirement] ?? []),
    ];
    const unasked = found.hasTier ? 'not-required' : 'not-known';
    const nothing = items.length > 0 ? 'there' : unasked;
    return {
      requirement,
      entityRef: found.entityRef,
      state: missing.length > 0 ? 'missing' : nothing,
      items,
      missing,
    };
  });
}
