import { Link } from '@backstage/core-components';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DryRunGap,
  DryRunItem,
  DryRunSide,
} from 'backstage-plugin-continuity-common';
import { gapName } from '../../policy/gapName';
import { ContinuityStatusChip } from '../../status/ContinuityStatusChip';
import { formatDueDay } from '../../status/formatDay';
import { requirementName } from '../../status/requirementName';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { useContinuityTabLink } from '../useContinuityTabLink';

const useStyles = makeStyles({
  cell: { verticalAlign: 'top', wordBreak: 'normal' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** One service: how it stands now and then, and what is missing more or less. */
export const DryRunRow = (props: {
  item: DryRunItem;
  tierName: (id: string | null) => string;
  /** The policy's, in which days end. */
  timeZone: string | undefined;
}) => {
  const { item, tierName, timeZone } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const tabOf = useContinuityTabLink();
  const side = ({ status, tier }: DryRunSide) => (
    <TableCell className={classes.cell}>
      <ContinuityStatusChip status={status} />
      <Typography variant="caption" component="div" color="textSecondary">
        {tierName(tier)}
      </Typography>
    </TableCell>
  );
  const gaps = (found: DryRunGap[], withDue: boolean) => (
    <TableCell className={classes.cell}>
      {found.length === 0 ? (
        '–'
      ) : (
        <ul className={classes.list}>
          {found.map(gap => (
            <li key={`${gap.code} ${gap.requirement} ${gap.severity}`}>
              {gapName(t, gap.code)}
              {gap.requirement.startsWith('test:') &&
                ` (${requirementName(t, gap.requirement)})`}
              {withDue && (
                <Typography variant="caption" color="textSecondary">
                  {' · '}
                  {gap.late
                    ? t('dryRun.list.late')
                    : t('dryRun.list.due', {
                        date: formatDueDay(gap.dueBy, { locale, timeZone }),
                      })}
                </Typography>
              )}
            </li>
          ))}
        </ul>
      )}
    </TableCell>
  );
  return (
    <TableRow>
      <TableCell component="th" scope="row" className={classes.cell}>
        <Link to={tabOf(item.entityRef)}>{item.title}</Link>
      </TableCell>
      {side(item.before)}
      {side(item.after)}
      {gaps(item.gained, true)}
      {gaps(item.lost, false)}
    </TableRow>
  );
};
