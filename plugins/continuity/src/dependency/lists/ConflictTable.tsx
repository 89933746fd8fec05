import { makeStyles } from '@material-ui/core/styles';
import type { TargetConflictList } from 'backstage-plugin-continuity-common';
import { EntityName, nameOfRef } from '../../catalog/EntityName';
import { useFormats } from '../../screen/useFormats';
import { ContinuityStatusChip } from '../../status';
import { useTranslation } from '../../translation';
import { DependencyPath } from '../DependencyPath';
import { Mark } from '../Mark';
import { targetTimeText } from '../timeText';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 3),
    padding: theme.spacing(1.5, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginBottom: theme.spacing(0.5),
  },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/** What is too slow, or loses too much, for what depends on it: one entry at each root, with the path of the strictest. */
export const ConflictTable = (props: { list: TargetConflictList }) => {
  const { items, titles } = props.list;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <ul
      className={classes.list}
      aria-label={t('dependency.overview.section.conflicts')}
    >
      {items.map(item => {
        const values = {
          name: item.title,
          time: targetTimeText(t, item.target, item.seconds),
          demanded: targetTimeText(t, item.target, item.demandedSeconds),
        };
        const others = item.demandedByCount - 1;
        return (
          <li key={`${item.target} ${item.entityRef}`} className={classes.item}>
            <div>
              <div className={classes.head}>
                <span className={classes.name}>
                  <EntityName entityRef={item.entityRef} title={item.title} />
                </span>
                <span className={classes.quiet}>
                  {[item.kind, item.type, item.tier?.id]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {item.status && <ContinuityStatusChip status={item.status} />}
              </div>
              <Mark kind="conflict">
                {item.target === 'rto'
                  ? t('dependency.overview.conflicts.sentence', values)
                  : t('dependency.overview.conflicts.sentenceRpo', values)}
              </Mark>
            </div>
            <div>
              <div className={classes.quiet}>
                {t('dependency.overview.conflicts.byOne', {
                  name: item.demandedByTitle ?? nameOfRef(item.demandedBy),
                })}
                {others > 0 &&
                  ` ${t('dependency.overview.conflicts.andOthers', {
                    count: others,
                    shown: number(others),
                  })}`}
                {' · '}
                {t('dependency.overview.conflicts.faster', {
                  count: item.neededFasterBy,
                  shown: number(item.neededFasterBy),
                })}
              </div>
              <DependencyPath
                path={item.path}
                titles={titles}
                label={t('dependency.row.pathOf', { name: item.title })}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
};
