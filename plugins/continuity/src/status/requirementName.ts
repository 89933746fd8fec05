import type { Translate } from '../translation/Translate';

const NAMED = [
  'tier',
  'rto',
  'rpo',
  'mtpd',
  'wrt',
  'mbco',
  'recoveryTime',
  'owner',
  'alternates',
  'agreement',
  'plan',
  'bia',
  'risk',
] as const;

/** A gap's requirement in words: `plan`, `restore test`, `metadata continuity/rto`. */
export function requirementName(t: Translate, requirement: string): string {
  const named = NAMED.find(name => name === requirement);
  if (named) return t(`status.requirement.${named}`);
  const [kind, ...rest] = requirement.split(':');
  const subject = rest.join(':');
  if (kind === 'test') {
    return t('status.requirement.test', { depth: subject });
  }
  if (kind === 'metadata') {
    return t('status.requirement.metadata', { key: subject });
  }
  return requirement;
}
