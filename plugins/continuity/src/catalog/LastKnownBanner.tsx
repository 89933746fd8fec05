import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { fullMoment, relativeTime } from '../record/relativeTime';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';

/** Says that what is shown is old, how old, and why; nothing while the catalog can be read. */
export const LastKnownBanner = (props: {
  continuity: Pick<EntityContinuity, 'lastKnownAt' | 'dataAge'>;
}) => {
  const { lastKnownAt, dataAge } = props.continuity;
  const { t } = useTranslation();
  const locale = useLocale();
  const at = lastKnownAt ?? dataAge.lastKnownAt;
  if (!at) return null;
  const when = `${relativeTime(at, { locale, now: new Date() })} (${fullMoment(
    at,
    locale,
  )})`;
  return (
    <Alert severity="warning" role="status">
      <AlertTitle>{t('catalog.lastKnown.title', { when })}</AlertTitle>
      {dataAge.problem
        ? t('catalog.lastKnown.textProblem', { problem: dataAge.problem })
        : t('catalog.lastKnown.text')}
    </Alert>
  );
};
