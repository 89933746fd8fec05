import type { ChangeType, ChangeVerdict } from '../terms/changeTerms';

function times(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A sentence with the result of a check. */
export function writeHeadline(result: {
  verdict: ChangeVerdict;
  treatedAs: ChangeType;
  /** Title of the pre-approved model. */
  model?: string;
  impacted: number;
  counts: { caused: number; blocking: number; warning: number };
  /** The last day on which the review of an emergency is in time. */
  reviewDueOn?: string;
}): string {
  const { verdict, treatedAs, model, impacted, counts, reviewDueOn } = result;
  const hit = times(impacted, 'entity is impacted', 'entities are impacted');
  const found = times(counts.caused, 'finding', 'findings');
  if (treatedAs === 'standard') {
    return counts.caused === 0
      ? `Passes as the standard change “${model}”: ${hit}.`
      : `Passes as the standard change “${model}”: ${hit}, and ${found} of this change ${
          counts.caused === 1 ? 'is' : 'are'
        } kept.`;
  }
  if (treatedAs === 'emergency') {
    return `Goes ahead as an emergency: ${hit}, ${found} of this change. Its review is due by ${reviewDueOn}.`;
  }
  if (verdict === 'block') {
    return `Must wait: ${times(
      counts.blocking,
      'finding',
      'findings',
    )} must be settled first. ${hit[0].toUpperCase()}${hit.slice(1)}.`;
  }
  if (verdict === 'warn') {
    return `May go ahead with ${times(
      counts.warning,
      'warning',
      'warnings',
    )}: ${hit}.`;
  }
  return counts.caused === 0
    ? `Nothing speaks against it: ${hit}, and no plan has to be changed.`
    : `Nothing speaks against it: ${hit}, and ${found} of this change ${
        counts.caused === 1 ? 'is' : 'are'
      } for information.`;
}
