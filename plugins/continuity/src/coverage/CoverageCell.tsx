import { Link } from '@backstage/core-components';
import TableCell from '@material-ui/core/TableCell';
import Typography from '@material-ui/core/Typography';
import type { CoverageItem } from 'backstage-plugin-continuity-common';
import { EntityName } from '../catalog/EntityName';
import { secondsOf } from '../profile/objective';
import { ObjectiveBar } from '../profile/ObjectiveBar';
import { valueText } from '../profile/valueText';
import { ContinuityStatusChip } from '../status';
import { useTranslation } from '../translation';
import type { CoverageColumn } from './coverageColumns';
import { GapCell } from './GapCell';
import { useCellStyles } from './useCellStyles';
import { useContinuityTabLink } from './useContinuityTabLink';
import type { NamedTier } from './useTierNames';

/** One value of a service in the coverage list. */
export const CoverageCell = (props: {
  column: CoverageColumn;
  columns: readonly CoverageColumn[];
  item: CoverageItem;
  tiers?: NamedTier[];
  timeZone?: string;
}) => {
  const { column, columns, item, tiers, timeZone } = props;
  const classes = useCellStyles();
  const { t } = useTranslation();
  const linkTo = useContinuityTabLink();

  switch (column) {
    case 'name':
      return (
        <TableCell component="th" scope="row" className={classes.nameCell}>
          <Link to={linkTo(item.entityRef)} className={classes.name}>
            {item.title}
          </Link>
          <Typography
            variant="caption"
            color="textSecondary"
            className={classes.caption}
          >
            {[item.kind, item.type].filter(Boolean).join(' · ')}
            {item.tier !== null && !columns.includes('tier') && (
              <>
                {' · '}
                <span className={classes.whole}>{item.tier}</span>
              </>
            )}
          </Typography>
        </TableCell>
      );
    case 'status':
      return (
        <TableCell
          className={item.status === 'exempt' ? classes.until : classes.value}
        >
          <ContinuityStatusChip
            status={item.status}
            // The gap has a column of its own; until when it is exempt has not.
            gaps={item.status === 'exempt' ? item.gaps : undefined}
            timeZone={timeZone}
          />
        </TableCell>
      );
    case 'tier': {
      if (item.tier === null) {
        return (
          <TableCell className={classes.unset}>
            {t('coverage.table.noTier')}
          </TableCell>
        );
      }
      const tier = tiers?.find(each => each.id === item.tier);
      return (
        <TableCell className={classes.value}>
          {item.tier}
          {tier && (
            <Typography
              variant="caption"
              color="textSecondary"
              className={classes.caption}
            >
              {tier.title}
            </Typography>
          )}
        </TableCell>
      );
    }
    case 'owner':
    case 'recoveryOwner':
      return (
        <TableCell className={item[column] ? undefined : classes.unset}>
          {item[column] ? (
            <EntityName entityRef={item[column]} defaultKind="group" />
          ) : (
            t('coverage.table.noOwner')
          )}
        </TableCell>
      );
    case 'system':
    case 'domain':
      return (
        <TableCell className={item[column] ? undefined : classes.unset}>
          {item[column] ? (
            <EntityName entityRef={item[column]} defaultKind={column} />
          ) : (
            t('coverage.table.nowhere')
          )}
        </TableCell>
      );
    case 'rto':
      return (
        <TableCell className={objectiveClass(item.rto, classes)}>
          {valueText(t, 'rto', item.rto)}
          {item.rto && item.mtpd && (
            <div className={classes.bar}>
              <ObjectiveBar
                mini
                objective={{
                  rto: secondsOf(item.rto),
                  wrt: null,
                  mtpd: secondsOf(item.mtpd),
                }}
              />
            </div>
          )}
        </TableCell>
      );
    case 'dueBy':
      return <GapCell item={item} timeZone={timeZone} />;
    default:
      return (
        <TableCell className={objectiveClass(item[column], classes)}>
          {valueText(t, column, item[column])}
        </TableCell>
      );
  }
};

/** A time keeps to one line; "holds no data" and "0 (no interruption)" need not, so that the gaps beside have room. */
function objectiveClass(
  value: string | null,
  classes: ReturnType<typeof useCellStyles>,
): string {
  if (value === null) return classes.unset;
  return value === 'none' || value === 'PT0S' ? classes.words : classes.value;
}
