import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../translation';
import { Notice } from './Notice';

const useStyles = makeStyles(theme => ({
  retry: { marginTop: theme.spacing(2) },
}));

/** Whether the server refused for want of a permission. */
export function isRefusal(error: Error & { statusCode?: number }): boolean {
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
  const classes = useStyles();
  const { t } = useTranslation();
  if (isRefusal(error)) {
    return <Notice title={refused.title} text={refused.text} />;
  }
  return (
    <>
      <ResponseErrorPanel title={title} error={error} />
      <Button
        variant="outlined"
        color="primary"
        onClick={onRetry}
        className={classes.retry}
      >
        {t('coverage.retry')}
      </Button>
    </>
  );
};
