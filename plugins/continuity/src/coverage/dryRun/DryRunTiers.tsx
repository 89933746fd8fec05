import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { DryRunSummary } from 'backstage-plugin-continuity-common';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  moves: {
    margin: theme.spacing(2, 0, 0),
    paddingLeft: theme.spacing(2.5),
    ...theme.typography.body2,
  },
}));

/** The tiers of both policies with their services; nothing where no tier comes, goes or changes hands. */
export const DryRunTiers = (props: { summary: DryRunSummary }) => {
  const { tiers, tierMoves } = props.summary;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  if (tierMoves.length === 0 && tiers.every(tier => tier.in === 'both')) {
    return null;
  }
  const nameOf = (id: string | null) =>
    id === null
      ? t('dryRun.tiers.none')
      : tiers.find(tier => tier.id === id)?.title ?? id;
  return (
    <EntityInfoCard title={t('dryRun.tiers.title')}>
      <TableContainer>
        <Table size="small" aria-label={t('dryRun.tiers.title')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('dryRun.tiers.tier')}</TableCell>
              <TableCell className={classes.number}>
                {t('dryRun.tiers.now')}
              </TableCell>
              <TableCell className={classes.number}>
                {t('dryRun.tiers.then')}
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {tiers.map(tier => (
              <TableRow key={tier.id}>
                <TableCell component="th" scope="row">
                  {tier.title}
                  {tier.in === 'then' && ` · ${t('dryRun.tiers.appears')}`}
                  {tier.in === 'now' && ` · ${t('dryRun.tiers.disappears')}`}
                </TableCell>
                <TableCell className={classes.number}>
                  {number(tier.servicesNow)}
                </TableCell>
                <TableCell className={classes.number}>
                  {number(tier.servicesThen)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {tierMoves.length > 0 && (
        <ul className={classes.moves}>
          {tierMoves.map(({ from, to, count }) => (
            <li key={`${from} ${to}`}>
              {t('dryRun.tiers.move', {
                count,
                shown: number(count),
                from: nameOf(from),
                to: nameOf(to),
              })}
            </li>
          ))}
        </ul>
      )}
    </EntityInfoCard>
  );
};
