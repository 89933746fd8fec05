import {
  describeDuration,
  type RunSheetRow,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';

/** The work of an entity itself, and where that is known from. */
export const OwnTime = (props: { ownTime: RunSheetRow['ownTime'] }) => {
  const { ownTime } = props;
  const { t } = useTranslation();
  if (!ownTime) return <>{t('dependency.loss.table.unknownOwn')}</>;
  if (ownTime.source === 'system') {
    return <>{t('dependency.loss.table.system')}</>;
  }
  return (
    <>
      {describeDuration(ownTime.seconds)} (
      {t(`dependency.loss.table.${ownTime.source}`)})
    </>
  );
};
