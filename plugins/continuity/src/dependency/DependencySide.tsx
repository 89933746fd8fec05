import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DependencyItem,
  EntityContinuity,
  EntityDependencies,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../catalog/EntityName';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';
import { conflictText } from './conflictText';
import { DependencyPath } from './DependencyPath';
import { DependencyRow } from './DependencyRow';
import { Mark } from './Mark';
import { unlistedConflicts } from './unlistedConflicts';
import type { Direction } from './useDependencies';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    margin: theme.spacing(1.5, 0, 0),
  },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  section: { marginTop: theme.spacing(2) },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  conflict: {
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  name: { fontWeight: 600 },
  more: { marginTop: theme.spacing(1) },
}));

/** A card is read at a glance; what is more is one press away. */
const FEW_CONFLICTS = 5;
const FEW_DIRECT = 8;

/** One direction: what doesn't fit, then what is direct, then the rest on demand; what is hidden is counted. */
export const DependencySide = (props: {
  answer: EntityDependencies;
  direction: Direction;
  file: EntityContinuity['file'];
  loadingMore?: boolean;
  onMore: () => void;
  onClassify: (item: DependencyItem) => void;
}) => {
  const { answer, direction, file, loadingMore, onMore, onClassify } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const [furtherShown, setFurtherShown] = useState(false);
  const [unfolded, setUnfolded] = useState({ conflicts: false, direct: false });
  const side = answer[direction];
  if (!side) return null;
  const { items, counts, totalItems } = side;
  const { entity, titles } = answer;

  const conflicting = items.filter(item => item.conflicts.length > 0);
  const unlisted = unlistedConflicts(answer, direction);
  const direct = items.filter(item => item.direct && !item.conflicts.length);
  const further = items.filter(item => !item.direct && !item.conflicts.length);
  const left = totalItems - items.length;
  const furtherTotal = further.length + left;

  const shownConflicts = unfolded.conflicts
    ? conflicting
    : conflicting.slice(0, FEW_CONFLICTS);
  const shownUnlisted = unfolded.conflicts
    ? unlisted
    : unlisted.slice(0, Math.max(0, FEW_CONFLICTS - shownConflicts.length));
  const shownDirect = unfolded.direct ? direct : direct.slice(0, FEW_DIRECT);
  const unfold = (section: 'conflicts' | 'direct') =>
    setUnfolded(last => ({ ...last, [section]: true }));

  const row = (item: DependencyItem) => (
    <DependencyRow
      key={item.entityRef}
      item={item}
      direction={direction}
      entity={entity}
      file={file}
      titles={titles}
      onClassify={item.edge?.mayClassify ? () => onClassify(item) : undefined}
    />
  );
  const heading = (text: string) => (
    <Typography variant="subtitle2" component="h4" className={classes.section}>
      {text}
    </Typography>
  );

  if (totalItems === 0 && counts.redacted === 0) {
    return (
      <div className={classes.facts}>
        {direction === 'needs'
          ? t('dependency.needsNothing')
          : t('dependency.neededByNothing')}
      </div>
    );
  }
  return (
    <>
      <div className={classes.facts}>
        {totalItems > 0 && (
          <div>
            {t(`dependency.summary.${direction}`, {
              direct: number(counts.direct),
              total: number(totalItems),
            })}
          </div>
        )}
        {counts.unresolved > 0 && (
          <Mark kind="unresolved">
            {t('dependency.summary.unresolved', { count: counts.unresolved })}
          </Mark>
        )}
        {counts.unclassified > 0 && (
          <Mark kind="unclassified">
            {t('dependency.summary.unclassified', {
              count: counts.unclassified,
            })}
          </Mark>
        )}
        {counts.inCycle > 0 && (
          <Mark kind="cycle">
            {t('dependency.summary.cycle', { count: counts.inCycle })}
          </Mark>
        )}
      </div>

      {conflicting.length + unlisted.length > 0 && (
        <>
          {heading(t('dependency.list.conflicts'))}
          <ul className={classes.list}>
            {shownConflicts.map(row)}
            {shownUnlisted.map(({ target, compared }) => (
              <li
                key={`${target}:${compared.entityRef}`}
                className={classes.conflict}
              >
                <div className={classes.name}>
                  <EntityName
                    entityRef={compared.entityRef}
                    title={compared.title}
                  />
                </div>
                <Mark kind="conflict">
                  {conflictText(t, {
                    target,
                    direction,
                    item: {
                      rtoSeconds: compared.seconds,
                      rpoSeconds: compared.seconds,
                    },
                    entity,
                  })}
                </Mark>
                <DependencyPath path={compared.path} titles={titles} />
              </li>
            ))}
          </ul>
          <Unfold
            left={
              conflicting.length +
              unlisted.length -
              shownConflicts.length -
              shownUnlisted.length
            }
            onUnfold={() => unfold('conflicts')}
          />
        </>
      )}
      {direct.length > 0 && (
        <>
          {heading(t('dependency.list.direct'))}
          <ul className={classes.list}>{shownDirect.map(row)}</ul>
          <Unfold
            left={direct.length - shownDirect.length}
            onUnfold={() => unfold('direct')}
          />
        </>
      )}
      {furtherShown && further.length > 0 && (
        <>
          {heading(t('dependency.list.further'))}
          <ul className={classes.list}>{further.map(row)}</ul>
        </>
      )}
      {furtherTotal > 0 && (
        <div className={classes.more}>
          {!furtherShown && (
            <Button size="small" onClick={() => setFurtherShown(true)}>
              {t('dependency.list.andFurther', {
                count: furtherTotal,
                shown: number(furtherTotal),
              })}
            </Button>
          )}
          {furtherShown && left > 0 && (
            <Button size="small" disabled={loadingMore} onClick={onMore}>
              {loadingMore
                ? t('dependency.list.loadingMore')
                : t('dependency.list.more', { left: number(left) })}
            </Button>
          )}
          {furtherShown && (
            <Button size="small" onClick={() => setFurtherShown(false)}>
              {t('dependency.list.fewer')}
            </Button>
          )}
        </div>
      )}
      {counts.redacted > 0 && (
        <div className={classes.quiet}>
          {t('dependency.redacted', { count: counts.redacted })}
        </div>
      )}
      {counts.beyondDepth > 0 && (
        <div className={classes.quiet}>
          {t('dependency.summary.beyond', { count: counts.beyondDepth })}
        </div>
      )}
    </>
  );
};

function Unfold(props: { left: number; onUnfold: () => void }) {
  const { left, onUnfold } = props;
  const { t } = useTranslation();
  const { number } = useFormats();
  if (left === 0) return null;
  return (
    <Button size="small" onClick={onUnfold}>
      {t('dependency.list.unfold', { count: left, shown: number(left) })}
    </Button>
  );
}
