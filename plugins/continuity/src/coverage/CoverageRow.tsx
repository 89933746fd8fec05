import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type {
  CoverageItem,
  CoverageSortKey,
  Tier,
} from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { EntityName } from '../catalog/EntityName';
import { gapName } from '../policy/gapName';
import { valueText } from '../profile/valueText';
import { ContinuityStatusChip } from '../status';
import { continuityTranslationRef } from '../translation';
import { CoverageRowDetails } from './CoverageRowDetails';
import { DueText } from './DueText';
import { mostUrgentGap } from './gapOrder';
import { useContinuityTabLink } from './useContinuityTabLink';
import { isLocked, type Selection } from './useSelection';

const useStyles = makeStyles(theme => ({
  narrow: { width: 1, paddingRight: 0 },
  expander: { padding: theme.spacing(0.5) },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  caption: { display: 'block', fontSize: theme.typography.caption.fontSize },
  nameCell: { minWidth: 170 },
  value: { whiteSpace: 'nowrap' },
  unset: { color: theme.palette.text.secondary, whiteSpace: 'nowrap' },
  gap: { minWidth: 150 },
  due: { color: theme.palette.text.secondary },
  open: { '& > td, & > th': { borderBottom: 0 } },
}));

type Column = Exclude<CoverageSortKey, 'urgency'>;

/** One service of the list, with its details under it when asked for. */
export const CoverageRow = (props: {
  item: CoverageItem;
  columns: readonly Column[];
  selection: Selection;
  tiers?: Tier[];
  timeZone?: string;
}) => {
  const { item, columns, selection, tiers, timeZone } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const name = item.title;

  return (
    <>
      <TableRow hover className={open ? classes.open : undefined}>
        {selection.active && (
          <TableCell className={classes.narrow}>
            <SelectBox item={item} selection={selection} />
          </TableCell>
        )}
        <TableCell className={classes.narrow}>
          <IconButton
            className={classes.expander}
            size="small"
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            aria-label={
              open
                ? t('coverage.table.hideDetails', { name })
                : t('coverage.table.showDetails', { name })
            }
            onClick={() => setOpen(!open)}
          >
            {open ? <ExpandMoreIcon /> : <ChevronRightIcon />}
          </IconButton>
        </TableCell>
        {columns.map(column => (
          <Cell
            key={column}
            column={column}
            columns={columns}
            item={item}
            tiers={tiers}
            timeZone={timeZone}
          />
        ))}
      </TableRow>
      {open && (
        <TableRow id={detailsId}>
          {selection.active && <TableCell />}
          <TableCell />
          <TableCell colSpan={columns.length}>
            <CoverageRowDetails
              item={item}
              columns={columns}
              timeZone={timeZone}
            />
          </TableCell>
        </TableRow>
      )}
    </>
  );
};

const SelectBox = (props: { item: CoverageItem; selection: Selection }) => {
  const { item, selection } = props;
  const { t } = useTranslationRef(continuityTranslationRef);
  const locked = isLocked(item);
  const label = locked
    ? t('coverage.table.lockedInFile', { name: item.title })
    : t('coverage.table.select', { name: item.title });
  return (
    <Tooltip title={locked ? label : ''}>
      <span>
        <Checkbox
          color="primary"
          size="small"
          disabled={locked}
          checked={selection.chosen.has(item.entityRef)}
          onChange={(_, checked) => selection.set([item], checked)}
          inputProps={{ 'aria-label': label }}
        />
      </span>
    </Tooltip>
  );
};

const Cell = (props: {
  column: Column;
  columns: readonly Column[];
  item: CoverageItem;
  tiers?: Tier[];
  timeZone?: string;
}) => {
  const { column, columns, item, tiers, timeZone } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
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
            {[item.kind, item.type, columns.includes('tier') ? null : item.tier]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </TableCell>
      );
    case 'status':
      return (
        <TableCell className={classes.value}>
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
      return (
        <TableCell className={item.owner ? undefined : classes.unset}>
          {item.owner ? (
            <EntityName entityRef={item.owner} defaultKind="group" />
          ) : (
            t('coverage.table.noOwner')
          )}
        </TableCell>
      );
    case 'dueBy':
      return <GapCell item={item} timeZone={timeZone} />;
    default:
      return (
        <TableCell className={item[column] ? classes.value : classes.unset}>
          {valueText(t, column, item[column])}
        </TableCell>
      );
  }
};

const GapCell = (props: { item: CoverageItem; timeZone?: string }) => {
  const { item, timeZone } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  const gap = mostUrgentGap(item.gaps);
  if (!gap) {
    return (
      <TableCell className={classes.unset}>
        {t('coverage.table.noGaps')}
      </TableCell>
    );
  }
  const others =
    item.gaps.filter(other => other.severity !== 'information').length - 1;
  return (
    <TableCell className={classes.gap}>
      {gapName(t, gap.code)}
      {others > 0 && (
        <Typography variant="caption" color="textSecondary">
          {' '}
          {t('coverage.table.moreGaps', { more: String(others) })}
        </Typography>
      )}
      <Typography variant="caption" className={classes.caption}>
        <span className={classes.due}>
          <DueText gap={gap} timeZone={timeZone} />
        </span>
      </Typography>
    </TableCell>
  );
};
