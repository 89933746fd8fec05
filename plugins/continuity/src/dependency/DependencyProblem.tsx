import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { errorMessage } from '../screen/errorMessage';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1.5) },
  detail: {
    margin: theme.spacing(0.5, 0, 1),
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
}));

/** Why there is no list: not allowed, not known, not ready, or something went wrong. */
export const DependencyProblem = (props: {
  error: unknown;
  onRetry: () => void;
}) => {
  const { error, onRetry } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { statusCode } = (error ?? {}) as { statusCode?: number };
  if (statusCode === 401 || statusCode === 403) {
    return (
      <div className={classes.root}>{t('dependency.error.forbidden')}</div>
    );
  }
  if (statusCode === 404) {
    return <div className={classes.root}>{t('dependency.error.unknown')}</div>;
  }
  return (
    <div className={classes.root} role="alert">
      <div>
        {statusCode === 503
          ? t('dependency.error.unavailable')
          : t('dependency.error.title')}
      </div>
      {statusCode !== 503 && (
        <div className={classes.detail}>{errorMessage(error)}</div>
      )}
      <Button size="small" variant="outlined" color="primary" onClick={onRetry}>
        {t('dependency.error.retry')}
      </Button>
    </div>
  );
};
