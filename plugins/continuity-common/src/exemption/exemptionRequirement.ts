import { z } from 'zod';
import { testDepths } from '../policy/policy';

/**
 * What an exemption may be about, beside `all`: the requirements of gaps, and `test` for all tests. Those of {@link detailedRequirements} say more
 * after a colon.
 *
 * @public
 */
export const exemptibleRequirements = [
  'plan',
  'bia',
  'risk',
  'agreement',
  'test',
  'rto',
  'rpo',
  'mtpd',
  'owner',
  'dependencies',
  'emergency-copy',
] as const;

/** Requirements that are about one thing, which they name: a finding, a value in the catalog. */
const detailedRequirements = ['finding', 'metadata', 'change'] as const;

/** Nobody is exempt from having a tier, nor from what keeps it from being known. */
const TIER = /^(?:tier|(?:metadata|dependencies|bia):(?:continuity\/)?tier)$/i;
const DETAIL = /^[^\s:][^\s]{0,199}$/;

/**
 * Whether an exemption can cover a gap with this requirement at all: nobody is exempt from having a tier (DOMAIN.md §8).
 *
 * @public
 */
export function isExemptible(requirement: string): boolean {
  return !TIER.test(requirement);
}

/**
 * Whether an exemption from `exempted` covers a gap with this requirement. `all` covers everything that can be exempted, `test` all tests, `test:restore` the restore
 * test alone.
 *
 * @public
 */
export function coversRequirement(
  exempted: string,
  requirement: string,
): boolean {
  if (!isExemptible(requirement)) return false;
  return (
    exempted === 'all' ||
    exempted === requirement ||
    requirement.startsWith(`${exempted}:`)
  );
}

/** Whether two exemptions are about the same, as far as one of them goes. */
export function requirementsOverlap(one: string, other: string): boolean {
  return coversRequirement(one, other) || coversRequirement(other, one);
}

function accepts(requirement: string): boolean {
  if (requirement === 'all') return true;
  if (!isExemptible(requirement)) return false;
  const [name, detail] = requirement.split(/:(.*)/s);
  if (name === 'test' && detail !== undefined) {
    return (testDepths as readonly string[]).includes(detail);
  }
  const isDetailed = (detailedRequirements as readonly string[]).includes(name);
  if (isDetailed) return detail !== undefined && DETAIL.test(detail);
  return (
    (exemptibleRequirements as readonly string[]).includes(name) &&
    (detail === undefined || DETAIL.test(detail))
  );
}

/**
 * What an exemption is from: `all`, or the requirement of a gap.
 *
 * @public
 */
export const exemptionRequirementSchema = z
  .string()
  .max(250)
  .check(payload => {
    const requirement = payload.value.trim();
    payload.value = requirement;
    if (accepts(requirement)) return;
    payload.issues.push({
      code: 'custom',
      input: requirement,
      message: isExemptible(requirement)
        ? `Write what it is about: all, ${exemptibleRequirements.join(
            ', ',
          )}, one test such as "test:restore", or the requirement of a gap such as "finding:<id>".`
        : 'Nobody is exempt from having a tier. Name what the tier requires, or write "all".',
    });
  })
  .meta({
    description:
      'all, or the requirement of a gap: plan, bia, risk, agreement, test (all tests), test:<depth>, rto, rpo, mtpd, owner, dependencies, emergency-copy, finding:<id>, metadata:<key>',
    examples: ['test:restore', 'plan', 'all'],
  });
