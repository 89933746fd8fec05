import type { ChangeFinding } from './changeFinding';
import { changeRule } from './rules/changeRules';

/**
 * The words of a finding, made of its params: the same wherever it is told. Whoever hides an entity puts another text into the params, and tells it
 * again.
 *
 * @public
 */
export function tellChangeFinding({
  rule,
  params,
}: Pick<ChangeFinding, 'rule' | 'params'>): Pick<
  ChangeFinding,
  'title' | 'why' | 'what'
> {
  const { title, why, what } = changeRule(rule);
  return { title, why: why(params), what: what(params) };
}
