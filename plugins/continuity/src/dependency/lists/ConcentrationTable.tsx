import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { LinkButton } from '@backstage/core-components';
import type { ConcentrationList } from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { useFormats } from '../../screen/useFormats';
import { ContinuityStatusChip } from '../../status';
import { useTranslation } from '../../translation';
import { Mark } from '../Mark';
import { TierShares } from './TierShares';
import { targetTimeText } from '../timeText';

const useStyles = makeStyles(theme => ({
  scroll: {
    overflowX: 'auto',
    [theme.breakpoints.down('sm')]: {
      '& td, & th': { padding: theme.spacing(0.75), whiteSpace: 'normal' },
    },
  },
  head: { fontWeight: 700, whiteSpace: 'nowrap' },
  name: { fontWeight: 600, overflowWrap: 'anywhere', minWidth: 140 },
  quiet: {
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
    fontWeight: 400,
  },
  bars: {
    width: '40%',
    minWidth: 240,
    [theme.breakpoints.down('sm')]: { minWidth: 190 },
  },
  status: { minWidth: 140, whiteSpace: 'nowrap' },
  nowrap: { whiteSpace: 'nowrap' },
}));

/** Without whom the most can't be recovered: for each a bar per tier. */
export const ConcentrationTable = (props: {
  list: ConcentrationList;
  whatIf: (entityRef: string) => string;
}) => {
  const { list, whatIf } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const label = t('dependency.overview.section.concentration');
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {(['rank', 'entity', 'neededBy', 'status', 'rto'] as const).map(
              column => (
                <TableCell key={column} className={classes.head}>
                  {t(`dependency.overview.column.${column}`)}
                </TableCell>
              ),
            )}
            <TableCell className={classes.head}>
              {t('dependency.overview.column.action')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {list.items.map(item => (
            <TableRow key={item.entityRef}>
              <TableCell>{number(item.rank)}</TableCell>
              <TableCell component="th" scope="row">
                <div className={classes.name}>
                  <EntityName entityRef={item.entityRef} title={item.title} />
                </div>
                <div className={classes.quiet}>
                  {[item.kind, item.type, item.tier?.id]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
                {!item.resolved && (
                  <Mark kind="unresolved">
                    {t('dependency.row.unresolved')}
                  </Mark>
                )}
              </TableCell>
              <TableCell className={classes.bars}>
                <TierShares
                  tiers={list.tiers}
                  counts={item.byTier}
                  totals={list.totals}
                  total={item.total}
                />
              </TableCell>
              <TableCell className={classes.status}>
                {item.status && <ContinuityStatusChip status={item.status} />}
                <div className={classes.quiet}>
                  {item.planInForce
                    ? t('dependency.overview.concentration.planInForce')
                    : t('dependency.overview.concentration.noPlan')}
                </div>
              </TableCell>
              <TableCell className={classes.nowrap}>
                {targetTimeText(t, 'rto', item.rtoSeconds)}
                {item.demandedRtoSeconds !== null &&
                  (item.rtoSeconds === null ||
                    item.demandedRtoSeconds < item.rtoSeconds) && (
                    <div>
                      <Mark kind="conflict">
                        {t('dependency.row.needed', {
                          time: targetTimeText(
                            t,
                            'rto',
                            item.demandedRtoSeconds,
                          ),
                        })}
                      </Mark>
                    </div>
                  )}
              </TableCell>
              <TableCell>
                <LinkButton
                  className={classes.nowrap}
                  size="small"
                  color="primary"
                  to={whatIf(item.entityRef)}
                  aria-label={t('dependency.overview.concentration.loseOf', {
                    name: item.title,
                  })}
                >
                  {t('dependency.overview.concentration.lose')}
                </LinkButton>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
};
