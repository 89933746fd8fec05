import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { ContinuityStatusChip } from '../status';
import { useTranslation } from '../translation';
import type { Translate } from '../translation/Translate';

const useStyles = makeStyles(theme => ({
  text: { maxWidth: '72ch', margin: theme.spacing(1.5, 0) },
  actions: { display: 'flex', gap: theme.spacing(1), flexWrap: 'wrap' },
}));

/** Without a tier there is nothing to show, but something to explain: what this is, why it matters here, and the one thing to do. */
export const UnassessedCard = (props: {
  continuity: EntityContinuity;
  onSetTier: () => void;
  onHistory: () => void;
}) => {
  const { continuity, onSetTier, onHistory } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const name = continuity.title;
  const parts = continuity.parts?.totalItems ?? 0;
  return (
    <EntityInfoCard
      title={t('assessment.unassessed.title', { name })}
      headerActions={
        <Button size="small" onClick={onHistory}>
          {t('record.open')}
        </Button>
      }
    >
      <ContinuityStatusChip status={continuity.status} />
      <p className={classes.text}>{t('assessment.unassessed.what')}</p>
      <p className={classes.text}>{whyItMatters(t, continuity)}</p>
      {parts > 0 && (
        <p className={classes.text}>
          {t('assessment.unassessed.parts', { count: parts })}
        </p>
      )}
      {continuity.allowedActions.includes('profile.update') ? (
        <Button variant="contained" color="primary" onClick={onSetTier}>
          {t('assessment.unassessed.setTier')}
        </Button>
      ) : (
        <p className={classes.text}>{whomToAsk(t, continuity)}</p>
      )}
    </EntityInfoCard>
  );
};

function whyItMatters(t: Translate, continuity: EntityContinuity): string {
  const { title: name, dependencies } = continuity;
  const { neededBy, neededByExamples, redacted } = dependencies;
  if (neededBy === 0 && redacted === 0) {
    return t('assessment.unassessed.neededByNothing', { name });
  }
  const count = Math.max(neededBy, 1);
  const examples = neededByExamples
    .slice(0, 3)
    .map(ref => nameOfRef(ref, 'component'))
    .join(', ');
  return examples
    ? t('assessment.unassessed.neededBy', { count, name, examples })
    : t('assessment.unassessed.neededByHidden', { count, name });
}

function whomToAsk(
  t: Translate,
  { profile, parties }: EntityContinuity,
): string {
  const owner = profile.recoveryOwner.value;
  return owner
    ? t('assessment.unassessed.mayNot', {
        owner: parties[owner]?.title ?? nameOfRef(owner),
      })
    : t('assessment.unassessed.mayNotNobody');
}
