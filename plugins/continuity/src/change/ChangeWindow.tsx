import { useContinuityPolicy } from '../policy/useContinuityPolicy';
import { zonedSpan } from '../screen/zonedTime';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';

/** The planned window of a change, or that it has none. */
export const ChangeWindow = (props: {
  plannedStart: string | null;
  plannedEnd: string | null;
  /** The policy's; UTC where it is not known. */
  zone: string;
}) => {
  const { plannedStart, plannedEnd, zone } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  if (plannedStart === null || plannedEnd === null) {
    return <>{t('change.noWindow')}</>;
  }
  return (
    <>
      {zonedSpan(
        { startsAt: plannedStart, endsAt: plannedEnd, allDay: false },
        { zone, locale },
      )}
    </>
  );
};

/** The zone in which windows are written. */
export function useWindowZone(): string {
  return useContinuityPolicy().value?.policy.timeZone ?? 'UTC';
}
