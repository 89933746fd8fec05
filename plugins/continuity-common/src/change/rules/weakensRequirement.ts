import { inScope } from '../../catalog/inScope';
import { tierRank } from '../../policy/tierRank';
import {
  describeProfileValue,
  profileFieldNames,
} from '../../profile/describeProfileValue';
import type { EffectiveProfile } from '../../profile/effectiveProfile';
import { durationSeconds } from '../../terms/durationSeconds';
import { describeDuration } from '../../terms/formatDuration';
import { findSoftenedEdges } from '../findSoftenedEdges';
import type { ChangeRule, RuleContext, RuleFinding } from './ChangeRule';

interface Weakened {
  field: string;
  before: string | null;
  after: string | null;
}

const targets = ['rto', 'rpo', 'mtpd'] as const;

function isLooser(before: string | null, after: string | null): boolean {
  if (before === null || before === after) return false;
  // It held no data: nothing can be looser than that, and nothing stricter
  if (before === 'none') return after === null;
  if (after === null || after === 'none') return true;
  return durationSeconds(after) > durationSeconds(before);
}

function weakenedValues(
  before: EffectiveProfile,
  after: EffectiveProfile,
  { policy }: RuleContext,
): Weakened[] {
  const found: Weakened[] = [];
  const rankOf = (tier: string | null) =>
    (tier === null ? undefined : tierRank(policy, tier)) ?? Infinity;
  const add = (field: string, was: string | null, is: string | null) =>
    found.push({ field, before: was, after: is });
  if (rankOf(after.tier.value) > rankOf(before.tier.value)) {
    add('tier', before.tier.value, after.tier.value);
  }
  for (const field of targets) {
    const was = before[field].value;
    const is = after[field].value;
    if (isLooser(was, is)) add(field, was, is);
  }
  const was = before.mbco.value?.percent;
  const is = after.mbco.value?.percent;
  if (was !== undefined && (is === undefined || is < was)) {
    add('mbco', `${was} %`, is === undefined ? null : `${is} %`);
  }
  if (before.recoveryOwner.value !== null && !after.recoveryOwner.value) {
    add('recoveryOwner', before.recoveryOwner.value, null);
  }
  return found;
}

function ofValues(context: RuleContext): RuleFinding[] {
  const { facts, policy, changed, profileOf } = context;
  return changed.flatMap(({ entityRef, before, after }) => {
    const wasIn = inScope(policy, before.entity);
    const weakened =
      wasIn && !inScope(policy, after.entity)
        ? [{ field: 'scope', before: 'in', after: 'out' }]
        : weakenedValues(profileOf(before), profileOf(after), context);
    if (weakened.length === 0) return [];
    const [{ field, before: was, after: is }] = weakened;
    const path = facts.impact.pathOf(entityRef);
    const system = after.system?.entity.entityRef;
    return [
      {
        entityRef,
        path: path ?? (system ? [entityRef, system] : [entityRef]),
        ask: facts.askAbout(entityRef),
        params: {
          case: 'value',
          entity: entityRef,
          field,
          ...(was !== null && { before: was }),
          ...(is !== null && { after: is }),
          fields: weakened.map(each => each.field).join(','),
          more: weakened.length - 1,
        },
      },
    ];
  });
}

function ofEdges({ facts, changed }: RuleContext): RuleFinding[] {
  const { before, after } = facts.graphs;
  if (before === after) return [];
  const refs = changed.map(({ entityRef }) => entityRef);
  return findSoftenedEdges(before.graph, after.graph, refs).map(edge => ({
    entityRef: edge.from,
    path: [edge.from, edge.to],
    ask: facts.askAbout(edge.from),
    params: {
      case: 'edge',
      entity: edge.from,
      needed: edge.to,
      ...(edge.before !== null && { beforeSeconds: edge.before }),
      ...(edge.after !== null && { afterSeconds: edge.after }),
    },
  }));
}

type Params = RuleFinding['params'];

function valueText(field: Params[string], value: Params[string] | undefined) {
  if (value === undefined) return 'nothing';
  switch (field) {
    case 'tier':
    case 'rto':
    case 'rpo':
    case 'mtpd':
      return describeProfileValue(field, String(value));
    default:
      return String(value);
  }
}

function fieldText({ field, before, after, more }: Params): string {
  const name = profileFieldNames[field as keyof typeof profileFieldNames];
  const others = Number(more) > 0 ? `, and ${more} more` : '';
  return `${name} (${valueText(field, before)} → ${valueText(
    field,
    after,
  )}${others})`;
}

/**
 * The change asks less than before. Params: `case` `value`: `entity`, `field` (of the profile, or `scope`), `before`, `after`, `fields`, `more`; `case`
 * `edge`: `entity`, `needed`, `beforeSeconds` (none: it was hard), `afterSeconds` (none: without limit).
 */
export const weakensRequirement: ChangeRule = {
  id: 'weakens-requirement',
  title: 'A requirement becomes weaker',
  severity: 'warning',
  find: context => [...ofValues(context), ...ofEdges(context)],
  why(params) {
    const {
      case: kind,
      entity,
      field,
      needed,
      beforeSeconds,
      afterSeconds,
    } = params;
    if (kind === 'edge') {
      const now =
        afterSeconds === undefined
          ? 'without limit'
          : `for ${describeDuration(Number(afterSeconds))}`;
      return beforeSeconds === undefined
        ? `With the change, ${entity} is said to do without ${needed} ${now}; so far it needs it to be recovered.`
        : `With the change, ${entity} is said to do without ${needed} ${now}; so far for ${describeDuration(
            Number(beforeSeconds),
          )}.`;
    }
    return field === 'scope'
      ? `With the change, ${entity} is out of scope, and nothing is required of it any more.`
      : `The change lowers what is asked of ${entity}: ${fieldText(params)}.`;
  },
  what: ({ case: kind }) =>
    kind === 'edge'
      ? 'Have whoever uses it confirm that there is a workaround, and test it.'
      : 'Agree on it with the business first, and record the agreement.',
};
