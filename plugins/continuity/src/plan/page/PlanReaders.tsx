import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type { PlanDetail } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { continuityApiRef } from '../../api';
import { EntityName } from '../../catalog/EntityName';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { refusalText } from '../../screen/refusalText';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: theme.spacing(0.5, 0) },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  button: { marginTop: theme.spacing(1) },
}));

/** Who is named by the version in force, and who of them has read it. */
export const PlanReaders = (props: {
  plan: PlanDetail;
  onChanged: (plan: PlanDetail) => void;
}) => {
  const { plan, onChanged } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const partyName = usePartyName();
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const { inForce, readers, allowedActions } = plan;
  if (!inForce || readers.length === 0) return null;
  const read = readers.filter(({ readAt }) => readAt !== null).length;
  const acknowledge = async () => {
    setBusy(true);
    setError(undefined);
    try {
      onChanged(await api.plans.acknowledge(plan.id, inForce.version));
    } catch (e) {
      setError(refusalText(t, e, { locale }));
    }
    setBusy(false);
  };
  return (
    <EntityInfoCard title={t('plan.readers.title')}>
      <Typography variant="body2">
        {t('plan.readers.count', {
          read: String(read),
          total: String(readers.length),
          version: inForce.version,
        })}
      </Typography>
      <ul className={classes.list}>
        {readers.map(({ ref, readAt }) => (
          <li key={ref} className={classes.item}>
            <EntityName entityRef={ref} title={partyName(ref)} />{' '}
            <span className={classes.quiet}>
              {readAt ? (
                <>
                  {t('plan.readers.read')} <Moment at={readAt} />
                </>
              ) : (
                t('plan.readers.notYet')
              )}
            </span>
          </li>
        ))}
      </ul>
      {error && (
        <Alert severity="error" role="alert">
          {t('plan.failed', { message: error })}
        </Alert>
      )}
      {allowedActions.includes('plan.acknowledge') && (
        <Button
          className={classes.button}
          variant="outlined"
          color="primary"
          size="small"
          disabled={busy}
          onClick={acknowledge}
        >
          {t('plan.readers.acknowledge')}
        </Button>
      )}
    </EntityInfoCard>
  );
};
