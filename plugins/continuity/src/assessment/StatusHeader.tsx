import { LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import CompareArrowsIcon from '@material-ui/icons/CompareArrows';
import EditIcon from '@material-ui/icons/Edit';
import HistoryIcon from '@material-ui/icons/History';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { knownExpected } from '../dependency/knownExpected';
import { checkAddress } from '../plan/changeAddress';
import { useChangesAddress } from '../plan/useChangesAddress';
import { objectiveOf } from '../profile/objective';
import { ObjectiveBar } from '../profile/ObjectiveBar';
import { ContinuityStatusChip } from '../status';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { summarySentence } from './summarySentence';
import { measuredRecoveries } from '../testing/card/measuredRecoveries';
import { TierName } from './TierName';

const useStyles = makeStyles(theme => ({
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    fontWeight: 400,
  },
  actions: { whiteSpace: 'nowrap' },
  summary: { marginBottom: theme.spacing(2) },
  quiet: { color: theme.palette.text.secondary },
}));

/** Is it all right, how fast must it be back: the answer to the first glance. */
export const StatusHeader = (props: {
  continuity: EntityContinuity;
  onEdit: () => void;
  onHistory: () => void;
}) => {
  const { continuity, onEdit, onHistory } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const changes = useChangesAddress();
  const targets = objectiveOf(continuity.profile);
  const objective = {
    ...targets,
    measured: measuredRecoveries(continuity.tests.history ?? [], targets.rto),
    expected: knownExpected(continuity.dependencies.expected),
  };
  const hasObjective = objective.rto !== null || objective.mtpd !== null;
  return (
    <EntityInfoCard
      title={
        <span className={classes.title}>
          <ContinuityStatusChip
            status={continuity.status}
            gaps={continuity.gaps}
            timeZone={continuity.timeZone}
          />
          <TierName continuity={continuity} />
        </span>
      }
      headerActions={
        <span className={classes.actions}>
          {changes && (
            <LinkButton
              size="small"
              startIcon={<CompareArrowsIcon />}
              to={checkAddress(changes, [continuity.entityRef])}
            >
              {t('change.tab.check')}
            </LinkButton>
          )}
          {continuity.allowedActions.includes('profile.update') && (
            <Button size="small" startIcon={<EditIcon />} onClick={onEdit}>
              {t('profile.edit.open')}
            </Button>
          )}
          <Button size="small" startIcon={<HistoryIcon />} onClick={onHistory}>
            {t('record.open')}
          </Button>
        </span>
      }
    >
      <div className={classes.summary}>
        {summarySentence(t, continuity, {
          locale,
          timeZone: continuity.timeZone,
        })}
      </div>
      {hasObjective ? (
        <ObjectiveBar objective={objective} />
      ) : (
        <div className={classes.quiet}>{t('profile.bar.empty')}</div>
      )}
    </EntityInfoCard>
  );
};
