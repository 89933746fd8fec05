import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useSweep } from '../catalog/useSweep';
import { useFormats } from '../screen/useFormats';
import { policyRouteRef } from '../routes';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  progress: { margin: theme.spacing(2, 0, 1) },
  action: { marginTop: theme.spacing(2) },
}));

/** Shown until the catalog was read for the first time; the list then takes its place. */
export const FirstRead = (props: { onFinished: () => void }) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const policyRoute = useRouteRef(policyRouteRef);
  const { sweep } = useSweep({ onFinished: props.onFinished });

  if (sweep?.state === 'failed') {
    return (
      <EntityInfoCard title={t('coverage.firstRead.failedTitle')}>
        <Typography variant="body2">
          {sweep.lastError} {t('coverage.firstRead.failedText')}
        </Typography>
        <LinkButton
          to={policyRoute()}
          variant="outlined"
          color="primary"
          className={classes.action}
        >
          {t('coverage.empty.seePolicy')}
        </LinkButton>
      </EntityInfoCard>
    );
  }
  return (
    <EntityInfoCard title={t('coverage.firstRead.title')}>
      <Typography variant="body2">{t('coverage.firstRead.text')}</Typography>
      <LinearProgress
        className={classes.progress}
        aria-label={t('coverage.firstRead.title')}
      />
      <Typography variant="body2" color="textSecondary" aria-live="polite">
        {sweep?.state === 'running'
          ? t('coverage.firstRead.progress', {
              count: sweep.read,
              read: number(sweep.read),
            })
          : t('coverage.firstRead.waiting')}
      </Typography>
    </EntityInfoCard>
  );
};
