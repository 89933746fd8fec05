import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { PlanDetail } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../../catalog/EntityName';
import { useNames } from '../../catalog/Names';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { staleText } from '../planStaleText';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1, 0),
    overflowWrap: 'anywhere',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/** Why the version in force was said to be still valid, newest first. */
export const PlanConfirmations = (props: { plan: PlanDetail }) => {
  const { confirmations } = props.plan;
  const classes = useStyles();
  const { t } = useTranslation();
  const names = useNames();
  const partyName = usePartyName();
  if (confirmations.length === 0) return null;
  return (
    <EntityInfoCard title={t('plan.confirmations.title')}>
      <ul className={classes.list}>
        {confirmations.map((confirmation, at) => {
          const { entityRef, reason, because, by } = confirmation;
          return (
            <li key={at} className={classes.item}>
              <div>{because}</div>
              <div className={classes.quiet}>
                {reason
                  ? `${entityRef ? `${nameOfRef(entityRef)}: ` : ''}${staleText(
                      t,
                      reason,
                      names,
                    )}`
                  : t('plan.confirmations.review')}
              </div>
              <div className={classes.quiet}>
                {partyName(by)}
                {confirmation.for &&
                  ` ${t('plan.version.forWhom', {
                    name: partyName(confirmation.for),
                  })}`}
                {', '}
                <Moment at={confirmation.at} />
              </div>
            </li>
          );
        })}
      </ul>
    </EntityInfoCard>
  );
};
