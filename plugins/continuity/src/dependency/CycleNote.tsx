import { makeStyles } from '@material-ui/core/styles';
import type { EntityDependencies } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { useTranslation } from '../translation';
import { Mark } from './Mark';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    marginTop: theme.spacing(1.5),
  },
}));

const NAMED = 5;

/** What is odd about the entity's own dependencies: it is in a circle, depends on itself, or its file classifies what it doesn't need. */
export const CycleNote = (props: { answer: EntityDependencies }) => {
  const { entity, titles } = props.answer;
  const classes = useStyles();
  const { t } = useTranslation();
  const { cycle, dependsOnItself, idleClassifications } = entity;
  if (!cycle && !dependsOnItself && idleClassifications.length === 0) {
    return null;
  }
  const others = (cycle?.refs ?? []).filter(ref => ref !== entity.entityRef);
  const total = (cycle?.total ?? 1) - 1;
  const more = total - Math.min(NAMED, others.length);
  const names = [
    ...others.slice(0, NAMED).map(ref => titles[ref] ?? nameOfRef(ref)),
    ...(more > 0
      ? [t('dependency.expected.andMore', { count: String(more) })]
      : []),
  ].join(', ');
  return (
    <div className={classes.root}>
      {cycle && total > 0 && (
        <Mark kind="cycle">
          {t('dependency.cycle.title', { count: total, names })}
        </Mark>
      )}
      {dependsOnItself && (
        <Mark kind="cycle">{t('dependency.summary.itself')}</Mark>
      )}
      {idleClassifications.length > 0 && (
        <Mark kind="unresolved">
          {t('dependency.summary.idle', {
            refs: idleClassifications.join(', '),
          })}
        </Mark>
      )}
    </div>
  );
};
