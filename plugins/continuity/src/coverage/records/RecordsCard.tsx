import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import type { RecordIntegrity } from 'backstage-plugin-continuity-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { isRefusal } from '../../screen/LoadError';
import { RecordsVerdict } from './RecordsVerdict';
import { useFormats } from '../../screen/useFormats';
import { useVerification } from './useVerification';

const useStyles = makeStyles(theme => ({
  gap: { marginTop: theme.spacing(1.5) },
  hash: {
    fontFamily: 'monospace',
    fontSize: theme.typography.caption.fontSize,
    overflowWrap: 'anywhere',
  },
}));

const Sealed = ({ integrity }: { integrity: RecordIntegrity }) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const { sealed, unsealed, records, lastCheck } = integrity;
  if (!sealed) {
    return (
      <Typography variant="body2">{t('record.integrity.none')}</Typography>
    );
  }
  return (
    <>
      <Typography variant="body2" component="div">
        {t('record.integrity.sealed', {
          count: records - unsealed,
          shown: number(records - unsealed),
          at: <Moment at={sealed.at} />,
        })}
        {' · '}
        {unsealed === 0
          ? t('record.integrity.allSealed')
          : t('record.integrity.unsealed', {
              count: unsealed,
              shown: number(unsealed),
            })}
      </Typography>
      {lastCheck && (
        <Typography variant="body2" component="div">
          {t('record.integrity.lastCheck', {
            at: <Moment at={lastCheck.at} />,
            result: (
              <strong>
                {t(
                  lastCheck.holds
                    ? 'record.integrity.held'
                    : 'record.integrity.broke',
                )}
              </strong>
            ),
          })}
        </Typography>
      )}
      <Typography variant="body2" component="div" className={classes.gap}>
        {t('record.integrity.head')}
        <div className={classes.hash}>
          {sealed.position} · {sealed.sha256}
        </div>
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t('record.integrity.headHint')}
      </Typography>
    </>
  );
};

/** How far the history is sealed, and whether anybody touched it; nothing for those who may not know. */
export const RecordsCard = () => {
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { number } = useFormats();
  const { value, error, retry } = useAsyncRetry(
    () => api.audit.getIntegrity(),
    [api],
  );
  const { verify, checked, verdict, failure } = useVerification();
  if (error && isRefusal(error)) return null;
  const busy = checked !== undefined;
  return (
    <EntityInfoCard
      title={t('record.integrity.title')}
      footerActions={
        value && (
          <Button
            size="small"
            variant="outlined"
            color="primary"
            disabled={busy}
            onClick={verify}
          >
            {t(busy ? 'record.integrity.verifying' : 'record.integrity.verify')}
          </Button>
        )
      }
    >
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('record.integrity.intro')}
      </Typography>
      {!value && !error && <LinearProgress />}
      {error && (
        <Alert
          severity="error"
          action={
            <Button color="inherit" size="small" onClick={retry}>
              {t('record.integrity.retry')}
            </Button>
          }
        >
          {t('record.integrity.loadFailed', { message: error.message })}
        </Alert>
      )}
      {value && <Sealed integrity={value} />}
      <div aria-live="polite">
        {busy && (
          <Typography variant="body2" className={classes.gap} component="div">
            {t('record.integrity.progress', { shown: number(checked) })}
            <LinearProgress aria-label={t('record.integrity.verifying')} />
          </Typography>
        )}
        {failure && (
          <Alert severity="error" className={classes.gap}>
            <AlertTitle>
              {t('record.integrity.failed', { message: failure.message })}
            </AlertTitle>
          </Alert>
        )}
        {verdict && (
          <div className={classes.gap}>
            <RecordsVerdict verdict={verdict} />
          </div>
        )}
      </div>
    </EntityInfoCard>
  );
};
