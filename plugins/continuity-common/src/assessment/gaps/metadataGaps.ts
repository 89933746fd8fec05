import type { GapRule } from '../assessmentContext';
import type { GapFinding } from '../gapFinding';

/** Values that do not parse, and marks that disagree. */
export const metadataGaps: GapRule = ({ resolved }) => [
  ...resolved.invalid.map(
    ({ field, key, value, accepted, requirement }): GapFinding => ({
      code: 'metadata-invalid',
      requirement,
      params: { field, key, value, accepted },
    }),
  ),
  ...resolved.conflicts.map(
    ({ field, marks: [first, ...others] }): GapFinding => ({
      code: 'metadata-conflict',
      requirement: `metadata:${field}`,
      params: {
        field,
        key: first.key,
        value: first.value,
        otherKey: others[0].key,
        otherValue: others[0].value,
        more: others.length - 1,
      },
    }),
  ),
];
