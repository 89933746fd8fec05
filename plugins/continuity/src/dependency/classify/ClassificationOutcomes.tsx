import { EntityName } from '../../catalog/EntityName';
import { OutcomeList } from '../../screen/OutcomeList';
import { useTranslation } from '../../translation';
import type { Translate } from '../../translation/Translate';
import type { ClassificationOutcome } from './useClassify';

function whyNot(t: Translate, outcome: ClassificationOutcome): string {
  if (outcome.result === 'failed') {
    return t('dependency.classify.notTried', {
      message: outcome.message ?? t('dependency.classify.stopped'),
    });
  }
  return outcome.refusal
    ? t(`dependency.classify.refusal.${outcome.refusal}`)
    : outcome.message ?? '';
}

/** What became of each dependency: how many of each, and of those that did not work, why. */
export const ClassificationOutcomes = (props: {
  outcomes: ClassificationOutcome[];
  titles: Record<string, string>;
}) => {
  const { outcomes, titles } = props;
  const { t } = useTranslation();
  return (
    <OutcomeList
      outcomes={outcomes}
      countText={(result, counted) =>
        t(`dependency.classify.${result}`, counted)
      }
      title={t('dependency.classify.whyNot')}
      keyOf={({ item }) => `${item.from} ${item.to}`}
      describe={outcome => {
        const { from, to } = outcome.item;
        return (
          <>
            <EntityName entityRef={from} title={titles[from]} />
            {' → '}
            <EntityName entityRef={to} title={titles[to]} />:{' '}
            {whyNot(t, outcome)}
          </>
        );
      }}
    />
  );
};
