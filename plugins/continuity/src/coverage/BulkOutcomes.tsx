import { EntityName } from '../catalog/EntityName';
import { OutcomeList } from '../screen/OutcomeList';
import { useTranslation } from '../translation';
import { BulkRefusal } from './BulkRefusal';
import type { BulkOutcome } from './useBulkProfile';

/** What became of each service: how many of each, and of those that did not work, why. */
export const BulkOutcomes = (props: {
  outcomes: BulkOutcome[];
  titles: ReadonlyMap<string, string>;
}) => {
  const { outcomes, titles } = props;
  const { t } = useTranslation();
  return (
    <OutcomeList
      outcomes={outcomes}
      countText={(result, counted) => t(`coverage.bulk.${result}`, counted)}
      title={t('coverage.bulk.refusedTitle')}
      keyOf={({ entityRef }) => entityRef}
      describe={({ entityRef, code, params, message }) => (
        <>
          <EntityName entityRef={entityRef} title={titles.get(entityRef)} />:{' '}
          <BulkRefusal code={code} params={params} message={message} />
        </>
      )}
    />
  );
};
