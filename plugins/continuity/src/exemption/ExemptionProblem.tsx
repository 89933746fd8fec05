import { continuityReadPermission } from 'backstage-plugin-continuity-common';
import { LoadError } from '../screen/LoadError';
import { useTranslation } from '../translation';

/** What is shown where exemptions can't be read. */
export const ExemptionProblem = (props: {
  error: Error;
  onRetry: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <LoadError
      error={props.error}
      title={t('exemption.loadFailed')}
      refused={{
        title: t('exemption.noAccess.title'),
        text: t('exemption.noAccess.text', {
          permission: continuityReadPermission.name,
        }),
      }}
      onRetry={props.onRetry}
    />
  );
};
