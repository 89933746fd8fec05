import { describeDuration } from '../terms/formatDuration';
import type { GapText } from './gapText';

function moreThanNamed(count: number, refs: string): string {
  return count > refs.split(', ').length ? ' …' : '';
}

/** The words for the gaps that the dependency graph shows. */
export const dependencyGapTexts = {
  'slower-than-needed': {
    message: ({ field, seconds, neededSeconds, neededBy, path }) => {
      const services =
        Number(neededBy) === 1 ? '1 service' : `${neededBy} services`;
      const may =
        field === 'rpo'
          ? `May lose ${describeDuration(
              Number(seconds),
            )} of data, while ${services} may lose only ${describeDuration(
              Number(neededSeconds),
            )}`
          : `May take ${describeDuration(
              Number(seconds),
            )}, needed in ${describeDuration(
              Number(neededSeconds),
            )} by ${services}`;
      return `${may}: ${path}.`;
    },
    action: ({ field }) =>
      field === 'rpo'
        ? 'Shorten its RPO, loosen those of the services, or declare the dependency soft.'
        : 'Shorten its RTO, loosen those of the services, or declare the dependency soft.',
  },
  'waits-for-slower-dependency': {
    message: ({ field, seconds, slowest, slowestSeconds }) =>
      field === 'rpo'
        ? `It may lose ${describeDuration(
            Number(seconds),
          )} of data, and needs ${slowest}, which may lose ${describeDuration(
            Number(slowestSeconds),
          )}.`
        : `It must be back in ${describeDuration(
            Number(seconds),
          )}, and needs ${slowest}, which may take ${describeDuration(
            Number(slowestSeconds),
          )}.`,
    action: () => 'Agree the target with those who answer for the dependency.',
  },
  'recovery-beyond-rto': {
    message: ({
      rtoSeconds,
      expectedSeconds,
      atLeast,
      longestStep,
      longestSeconds,
    }) =>
      `It is expected back after ${
        atLeast ? 'at least ' : ''
      }${describeDuration(
        Number(expectedSeconds),
      )}, with all that it needs; its RTO is ${describeDuration(
        Number(rtoSeconds),
      )}. The longest step is ${longestStep} with ${describeDuration(
        Number(longestSeconds),
      )}.`,
    action: () =>
      'Shorten the longest step, remove a dependency from the way, or correct the RTO.',
  },
  'dependency-unprotected': {
    message: ({ tierless, count, refs }) => {
      const one = Number(count) === 1;
      const more = moreThanNamed(Number(count), String(refs));
      if (tierless) {
        return one
          ? `It needs ${refs}, which has no tier: nobody has said whether that needs a plan.`
          : `It needs ${count} entities without a tier, of which nobody has said whether they need a plan: ${refs}${more}.`;
      }
      return one
        ? `It needs ${refs}, whose tier requires a plan, and none is in force.`
        : `It needs ${count} entities whose tier requires a plan, and which none in force covers: ${refs}${more}.`;
    },
    action: ({ tierless }) =>
      tierless
        ? 'Have a tier set there, or declare the dependency soft.'
        : 'Have a plan written there, or declare the dependency soft.',
  },
  'dependency-unresolved': {
    message: ({ count, refs }) =>
      Number(count) === 1
        ? `It depends on ${refs}, which the catalog does not have.`
        : `It depends on ${count} entities that the catalog does not have: ${refs}${moreThanNamed(
            Number(count),
            String(refs),
          )}.`,
    action: () =>
      'Correct the reference in the catalog file, or register what is missing.',
  },
  'dependency-unclassified': {
    message: ({ count, refs }) =>
      Number(count) === 1
        ? `Nobody has said whether its dependency on ${refs} is hard or soft: it counts as hard.`
        : `Nobody has said of ${count} dependencies whether they are hard or soft: they count as hard.`,
    action: () => 'Say which dependencies are hard and which are soft.',
  },
} satisfies Record<string, GapText>;
