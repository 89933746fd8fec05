import type { Translate } from '../../translation/Translate';

const ACTIONS = [
  'planned',
  'entered-afterwards',
  'updated',
  'rescheduled',
  'cancelled',
  'started',
  'results-corrected',
  'completed',
  'reviewed',
  'attachment-added',
  'attachment-removed',
  'reported',
  'seeded',
] as const;

/** What somebody did with a test, as the words after their name; what this version does not know is shown as it is. */
export function testActionText(t: Translate, action: string): string {
  const known = ACTIONS.find(each => each === action);
  return known
    ? t(`testRun.history.action.${known}`)
    : t('testRun.history.action.other', { action });
}
