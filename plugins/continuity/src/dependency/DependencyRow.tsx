import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DependencyItem,
  EntityContinuity,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../catalog/EntityName';
import { CatalogFileLink } from '../profile/CatalogFileLink';
import { ContinuityStatusChip } from '../status';
import { useTranslation } from '../translation';
import { conflictText } from './conflictText';
import { DependencyMarks } from './DependencyMarks';
import { DependencyPath } from './DependencyPath';
import { Mark } from './Mark';
import { targetTimeText } from './timeText';
import type { Direction } from './useDependencies';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 1),
  },
  name: { fontWeight: 600, overflowWrap: 'anywhere', minWidth: 0 },
  quiet: {
    fontSize: '0.8125rem',
    fontWeight: 400,
    color: theme.palette.text.secondary,
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.25, 1.5),
    marginTop: theme.spacing(0.25),
  },
  actions: { margin: theme.spacing(0.25, 0, 0, -0.75) },
  button: { padding: theme.spacing(0, 0.75), minHeight: 28 },
  path: { marginTop: theme.spacing(0.5) },
}));

/** One entity that is needed, or that needs: status, targets, what doesn't fit, and how one comes there. */
export const DependencyRow = (props: {
  item: DependencyItem;
  direction: Direction;
  /** The entity in question, for comparing. */
  entity: { rtoSeconds: number | null; rpoSeconds: number | 'none' | null };
  file: EntityContinuity['file'];
  titles: Record<string, string>;
  onClassify?: () => void;
}) => {
  const { item, direction, entity, file, titles, onClassify } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const pathId = useId();
  const { edge, rtoSeconds, demandedRtoSeconds: demanded } = item;
  const stricter =
    demanded !== null && (rtoSeconds === null || demanded < rtoSeconds);
  const nameOf = (ref: string) => titles[ref] ?? ref;

  return (
    <li className={classes.root}>
      <div className={classes.head}>
        <span className={classes.name}>
          <EntityName entityRef={item.entityRef} title={item.title} />{' '}
          <span className={classes.quiet}>
            {[item.kind, item.type].filter(Boolean).join(' · ')}
          </span>
        </span>
        {item.status && <ContinuityStatusChip status={item.status} />}
      </div>
      <div className={classes.facts}>
        {item.conflicts.map(target => (
          <Mark key={target} kind="conflict">
            {conflictText(t, { target, direction, item, entity })}
          </Mark>
        ))}
        {item.resolved && !item.conflicts.includes('rto') && (
          <span className={classes.quiet}>
            {t('dependency.row.rto', {
              time: targetTimeText(t, 'rto', rtoSeconds),
            })}
            {stricter &&
              ` · ${t('dependency.row.needed', {
                time: targetTimeText(t, 'rto', demanded),
              })}`}
          </span>
        )}
        <DependencyMarks item={item} titles={titles} />
        {edge?.locked && (
          <Mark kind="locked">
            <CatalogFileLink file={direction === 'needs' ? file : null}>
              {t('dependency.row.locked')}
            </CatalogFileLink>
          </Mark>
        )}
      </div>
      {(item.path.length > 2 || onClassify) && (
        <div className={classes.actions}>
          {item.path.length > 2 && (
            <Button
              size="small"
              className={classes.button}
              aria-expanded={open}
              aria-controls={pathId}
              aria-label={t('dependency.row.pathOf', { name: item.title })}
              onClick={() => setOpen(!open)}
            >
              {t('dependency.row.path')}
            </Button>
          )}
          {onClassify && edge && (
            <Button
              size="small"
              className={classes.button}
              aria-label={t('dependency.row.classifyOf', {
                from: nameOf(edge.from),
                to: nameOf(edge.to),
              })}
              onClick={onClassify}
            >
              {t('dependency.row.classify')}
            </Button>
          )}
        </div>
      )}
      {open && (
        <div id={pathId} className={classes.path}>
          <DependencyPath
            path={item.path}
            titles={titles}
            label={t('dependency.row.pathOf', { name: item.title })}
          />
        </div>
      )}
    </li>
  );
};
