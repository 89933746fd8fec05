import { EmptyState, ResponseErrorPanel } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { continuityTranslationRef } from '../translation';

function isRefusal(error: Error & { statusCode?: number }): boolean {
  return error.statusCode === 403 || error.name === 'NotAllowedError';
}

/** What is shown instead of something that could not be loaded: for a refusal whom to ask, else what happened and another try. */
export const LoadError = (props: {
  error: Error;
  title: string;
  refused: { title: string; text: string };
  onRetry: () => void;
}) => {
  const { error, title, refused, onRetry } = props;
  const { t } = useTranslationRef(continuityTranslationRef);
  if (isRefusal(error)) {
    return (
      <EmptyState
        missing="content"
        title={refused.title}
        description={refused.text}
      />
    );
  }
  return (
    <>
      <ResponseErrorPanel title={title} error={error} />
      <Button
        variant="outlined"
        color="primary"
        onClick={onRetry}
        style={{ marginTop: 16 }}
      >
        {t('coverage.retry')}
      </Button>
    </>
  );
};
