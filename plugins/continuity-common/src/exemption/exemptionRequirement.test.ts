import {
  coversRequirement,
  exemptionRequirementSchema,
  requirementsOverlap,
} from './exemptionRequirement';

describe('coversRequirement', () => {
  it.each<[string, string, boolean]>([
    ['plan', 'plan', true],
    ['plan', 'bia', false],
    ['test:restore', 'test:restore', true],
    ['test:restore', 'test:failover', false],
    ['test', 'test:restore', true],
    ['test', 'test:tabletop', true],
    ['test:restore', 'test', false],
    ['bia', 'bia:rpo', true],
    ['dependencies', 'dependencies:rto', true],
    ['dependencies:rto', 'dependencies:rpo', false],
    ['finding:4', 'finding:44', false],
    ['rto', 'rto', true],
    ['all', 'plan', true],
    ['all', 'test:restore', true],
    ['all', 'finding:4', true],
    ['all', 'metadata:rto', true],
    ['all', 'tier', false],
    ['all', 'metadata:tier', false],
    ['all', 'metadata:continuity/tier', false],
    ['all', 'dependencies:tier', false],
    ['tier', 'tier', false],
    ['metadata', 'metadata:tier', false],
  ])('%s, of a gap about %s: %s', (exempted, requirement, covered) => {
    expect(coversRequirement(exempted, requirement)).toBe(covered);
  });
});

describe('requirementsOverlap', () => {
  it.each<[string, string, boolean]>([
    ['all', 'plan', true],
    ['plan', 'all', true],
    ['test:restore', 'test', true],
    ['test:restore', 'test:failover', false],
    ['plan', 'plan', true],
    ['all', 'all', true],
  ])('of %s and %s: %s', (one, other, overlap) => {
    expect(requirementsOverlap(one, other)).toBe(overlap);
  });
});

describe('what an exemption may be about', () => {
  it.each([
    'all',
    'plan',
    'bia',
    'bia:rpo',
    'risk',
    'agreement',
    'test',
    'test:restore',
    'owner',
    'dependencies:rto',
    'finding:0b3',
    'metadata:continuity/rto',
    ' plan ',
  ])('takes "%s"', requirement => {
    expect(exemptionRequirementSchema.parse(requirement)).toBe(
      requirement.trim(),
    );
  });

  it.each<[string, RegExp]>([
    ['tier', /Nobody is exempt from having a tier/],
    ['metadata:tier', /Nobody is exempt from having a tier/],
    ['metadata:continuity/tier', /Nobody is exempt from having a tier/],
    ['', /Write what it is about/],
    ['everything', /Write what it is about/],
    ['test:smoke', /test:restore/],
    ['test:', /test:restore/],
    ['finding', /finding:<id>/],
    ['finding:', /finding:<id>/],
    ['plan:a b', /Write what it is about/],
    ['alternates', /Write what it is about/],
  ])('refuses "%s" and says what to write', (requirement, message) => {
    const parsed = exemptionRequirementSchema.safeParse(requirement);
    expect(parsed.error?.issues[0].message).toMatch(message);
  });
});
