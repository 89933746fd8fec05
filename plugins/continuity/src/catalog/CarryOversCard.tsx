import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { CarryOver } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../api';
import { useTranslation } from '../translation';
import { Moment } from '../record/Moment';
import { DecisionDialog } from '../screen/DecisionDialog';
import { EntityName } from './EntityName';
import { LoadError } from '../screen/LoadError';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:first-child': { borderTop: 0 },
  },
  refs: {
    fontWeight: 600,
    overflowWrap: 'anywhere',
    '& a': { textDecoration: 'underline' },
  },
  sentence: { '& a': { textDecoration: 'underline' } },
  actions: { marginTop: theme.spacing(1), display: 'flex', gap: 8 },
  summary: { cursor: 'pointer', marginTop: theme.spacing(1) },
}));

const REASONS = {
  'same-source-location': 'sameSourceLocation',
  'returned-late': 'returnedLate',
  'returned-elsewhere': 'returnedElsewhere',
} as const;

function refsOf(carryOver: CarryOver) {
  return { from: carryOver.fromRef, to: carryOver.toRef };
}

/** Renames and late returns that wait for a person: carry the records over or not. */
export const CarryOversCard = (props: { mayDecide: boolean }) => {
  const { mayDecide } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { value, error, loading, retry } = useAsyncRetry(
    () => api.listCarryOvers(),
    [api],
  );
  const [asked, setAsked] = useState<{
    carryOver: CarryOver;
    decision: 'carry-over' | 'decline';
  }>();

  const items = value?.items ?? [];
  const open = items.filter(item => item.state === 'open');
  const decided = items.filter(item => item.state !== 'open');
  if ((error as { statusCode?: number })?.statusCode === 403) return null;

  return (
    <EntityInfoCard title={t('policy.carryOver.title')}>
      {loading && !value && <Progress />}
      {error && (
        <LoadError
          error={error}
          title={t('policy.loadFailed')}
          refused={{ title: '', text: '' }}
          onRetry={retry}
        />
      )}
      {value && (
        <Typography variant="body2" color="textSecondary">
          {open.length
            ? t('policy.carryOver.text')
            : t('policy.carryOver.none')}
        </Typography>
      )}
      <ul className={classes.list}>
        {open.map(carryOver => (
          <li key={carryOver.id} className={classes.item}>
            <Typography variant="body2" className={classes.refs}>
              {carryOver.fromRef} → <EntityName entityRef={carryOver.toRef} />
            </Typography>
            <Typography variant="body2" color="textSecondary" component="div">
              {t(`policy.carryOver.reason.${REASONS[carryOver.reason]}`)} ·{' '}
              <Moment at={carryOver.since} />
            </Typography>
            {mayDecide && (
              <div className={classes.actions}>
                {(['carry-over', 'decline'] as const).map(decision => (
                  <Button
                    key={decision}
                    size="small"
                    variant="outlined"
                    onClick={() => setAsked({ carryOver, decision })}
                  >
                    {t(
                      decision === 'decline'
                        ? 'policy.carryOver.decline'
                        : 'policy.carryOver.carryOver',
                    )}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {decided.length > 0 && (
        <details>
          <summary className={classes.summary}>
            <Typography variant="body2" component="span">
              {t('policy.carryOver.decided', { count: decided.length })}
            </Typography>
          </summary>
          <ul className={classes.list}>
            {decided.map(item => (
              <li key={item.id} className={classes.item}>
                <Typography
                  variant="body2"
                  component="div"
                  className={classes.sentence}
                >
                  {item.fromRef} → {item.toRef}:{' '}
                  {t(
                    item.state === 'declined'
                      ? 'policy.carryOver.declined'
                      : 'policy.carryOver.carriedOver',
                  )}
                  {item.decidedBy && (
                    <>
                      ,{' '}
                      <EntityName
                        entityRef={item.decidedBy}
                        defaultKind="user"
                      />
                    </>
                  )}
                  {item.decidedAt && (
                    <>
                      , <Moment at={item.decidedAt} />
                    </>
                  )}
                </Typography>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asked && (
        <DecisionDialog
          title={t(
            asked.decision === 'decline'
              ? 'policy.carryOver.declineTitle'
              : 'policy.carryOver.carryOverTitle',
            refsOf(asked.carryOver),
          )}
          text={t(
            asked.decision === 'decline'
              ? 'policy.carryOver.declineText'
              : 'policy.carryOver.carryOverText',
            refsOf(asked.carryOver),
          )}
          decide={t(
            asked.decision === 'decline'
              ? 'policy.carryOver.decline'
              : 'policy.carryOver.carryOver',
          )}
          reason="needed"
          onClose={() => setAsked(undefined)}
          onDecide={async reason => {
            await api.decideCarryOver(asked.carryOver.id, {
              decision: asked.decision,
              reason,
            });
            setAsked(undefined);
            retry();
          }}
        />
      )}
    </EntityInfoCard>
  );
};
