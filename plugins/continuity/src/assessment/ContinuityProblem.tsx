import Button from '@material-ui/core/Button';
import { EmptyState, ResponseErrorPanel } from '@backstage/core-components';
import { useTranslation } from '../translation';

/** Why there is nothing to see: not known yet, not allowed, or something went wrong. */
export const ContinuityProblem = (props: {
  error: unknown;
  name: string;
  onRetry: () => void;
}) => {
  const { error, name, onRetry } = props;
  const { t } = useTranslation();
  const { statusCode } = error as { statusCode?: number };
  const retry = (
    <Button variant="outlined" color="primary" onClick={onRetry}>
      {t('assessment.error.retry')}
    </Button>
  );
  if (statusCode === 404) {
    return (
      <EmptyState
        missing="data"
        title={t('assessment.error.unknownTitle')}
        description={t('assessment.error.unknown', { name })}
        action={retry}
      />
    );
  }
  if (statusCode === 401 || statusCode === 403) {
    return (
      <EmptyState
        missing="info"
        title={t('assessment.error.forbiddenTitle')}
        description={t('assessment.error.forbidden', { name })}
      />
    );
  }
  return (
    <div role="alert">
      <ResponseErrorPanel
        title={t('assessment.error.title')}
        error={error instanceof Error ? error : new Error(String(error))}
      />
      <div style={{ marginTop: 16 }}>{retry}</div>
    </div>
  );
};
