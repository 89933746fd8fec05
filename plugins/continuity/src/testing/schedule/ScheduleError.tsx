import { continuityReadPermission } from 'backstage-plugin-continuity-common';
import { LoadError } from '../../screen/LoadError';
import { useTranslation } from '../../translation';

/** What is shown instead of tests that could not be loaded. */
export const ScheduleError = (props: { error: Error; onRetry: () => void }) => {
  const { t } = useTranslation();
  return (
    <LoadError
      error={props.error}
      title={t('testing.schedule.loadFailed')}
      refused={{
        title: t('testing.noAccess.title'),
        text: t('testing.noAccess.text', {
          permission: continuityReadPermission.name,
        }),
      }}
      onRetry={props.onRetry}
    />
  );
};
