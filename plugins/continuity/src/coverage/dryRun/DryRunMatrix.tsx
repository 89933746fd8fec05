import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import MenuItem from '@material-ui/core/MenuItem';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ContinuityStatus,
  DryRunSummary,
} from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { useFormats } from '../../screen/useFormats';
import { ContinuityStatusChip } from '../../status/ContinuityStatusChip';
import { statusKey } from '../../status/statusKey';
import { useTranslation } from '../../translation';

/** Worst first, as everywhere. */
const ORDER: ContinuityStatus[] = [
  'exposed',
  'at-risk',
  'unassessed',
  'exempt',
  'met',
  'not-required',
  'out-of-scope',
];
const ALL = '';
const NONE = '\u0000none';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    // the label of the choice stands on its upper edge
    paddingTop: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
  hint: { flex: 1, minWidth: 220 },
  tier: { minWidth: 200 },
  cell: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  same: { color: theme.palette.text.secondary },
  moved: { fontWeight: 700, background: theme.palette.action.selected },
}));

/** How many services have which status now and then, for all tiers or for one. */
export const DryRunMatrix = (props: { summary: DryRunSummary }) => {
  const { moves, tiers } = props.summary;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const pickerId = useId();
  const [tier, setTier] = useState(ALL);
  const shown = moves.filter(
    move => tier === ALL || (move.tier ?? NONE) === tier,
  );
  const has = (side: 'from' | 'to') =>
    ORDER.filter(status => shown.some(move => move[side] === status));
  const rows = has('from');
  const columns = has('to');
  const count = (from: ContinuityStatus, to: ContinuityStatus) =>
    shown
      .filter(move => move.from === from && move.to === to)
      .reduce((sum, move) => sum + move.count, 0);
  const offered = tiers.filter(({ id }) =>
    moves.some(move => move.tier === id),
  );

  return (
    <EntityInfoCard title={t('dryRun.matrix.title')}>
      <div className={classes.head}>
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.hint}
        >
          {t('dryRun.matrix.hint')}
        </Typography>
        <TextField
          id={pickerId}
          select
          size="small"
          variant="outlined"
          className={classes.tier}
          label={t('dryRun.matrix.tier')}
          value={tier}
          onChange={event => setTier(event.target.value)}
          InputLabelProps={{ shrink: true }}
          SelectProps={{ displayEmpty: true }}
        >
          <MenuItem value={ALL}>{t('dryRun.matrix.allTiers')}</MenuItem>
          {offered.map(({ id, title }) => (
            <MenuItem key={id} value={id}>
              {title}
            </MenuItem>
          ))}
          {moves.some(move => move.tier === null) && (
            <MenuItem value={NONE}>{t('dryRun.matrix.noTier')}</MenuItem>
          )}
        </TextField>
      </div>
      <TableContainer>
        <Table size="small" aria-label={t('dryRun.matrix.title')}>
          <TableHead>
            <TableRow>
              <TableCell>
                {t('dryRun.matrix.now')} ↓ {t('dryRun.matrix.then')} →
              </TableCell>
              {columns.map(to => (
                <TableCell key={to} className={classes.cell}>
                  {t(`status.${statusKey(to)}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(from => (
              <TableRow key={from}>
                <TableCell component="th" scope="row">
                  <ContinuityStatusChip status={from} />
                </TableCell>
                {columns.map(to => {
                  const services = count(from, to);
                  const look = from === to ? classes.same : classes.moved;
                  return (
                    <TableCell
                      key={to}
                      className={`${classes.cell} ${services ? look : ''}`}
                      aria-label={
                        services
                          ? t('dryRun.matrix.cell', {
                              count: services,
                              shown: number(services),
                              from: t(`status.${statusKey(from)}`),
                              to: t(`status.${statusKey(to)}`),
                            })
                          : undefined
                      }
                    >
                      {services ? number(services) : '–'}
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </EntityInfoCard>
  );
};
