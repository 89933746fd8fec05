import type { MineItem } from 'backstage-plugin-continuity-common';
import { gapText } from '../assessment/gapText';
import { withNames } from '../catalog/withNames';
import { exemptedName } from '../exemption/exemptedName';
import type { Translate } from '../translation/Translate';

const SAYS = {
  'approve-plan': 'approvePlan',
  'revise-plan': 'revisePlan',
  'answer-plan-request': 'answerRequest',
  'read-plan': 'readPlan',
  'hold-test': 'holdTest',
  'record-test': 'recordTest',
  'review-test': 'reviewTest',
  'open-test': 'comingTest',
  'approve-change': 'approveChange',
  'review-change': 'reviewChange',
  'verify-finding': 'verifyFinding',
  'adopt-plan': 'adoptPlan',
  'confirm-agreement': 'confirmAgreement',
  'confirm-analysis': 'confirmAnalysis',
} as const;

/** Why an item waits, as a sentence in the reader's language. */
export function itemSentence(
  t: Translate,
  item: MineItem,
  options: { locale: string; names: Record<string, string> },
): string {
  const { kind, step, gap, because, depth, requirement = 'all' } = item;
  if (gap) {
    return withNames(gapText(t, gap, options).message, options.names);
  }
  if (kind === 'exemption') {
    const from = { requirement: exemptedName(t, requirement) };
    return step === 'decide-exemption'
      ? t('mine.says.decideExemption', from)
      : t('mine.says.exemptionEnds', from);
  }
  if (kind === 'due-test') {
    return t('mine.says.dueTest', { depth: t(`policy.depth.${depth!}`) });
  }
  if (step === 'finish-analysis') {
    return t(kind === 'risk' ? 'mine.says.finishRisk' : 'mine.says.finishBia');
  }
  if (because) {
    return t(
      because === 'stale' ? 'mine.says.planStale' : 'mine.says.planReview',
    );
  }
  const said = SAYS[step as keyof typeof SAYS] ?? 'finding';
  return t(`mine.says.${said}`);
}
