import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { DryRunSummary } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { gapName } from '../../policy/gapName';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';

const SHOWN_AT_FIRST = 10;

const useStyles = makeStyles({
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  changed: { fontWeight: 700 },
});

/** What is missing more or less often under the other policy. */
export const DryRunGaps = (props: { summary: DryRunSummary }) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const changed = props.summary.gaps.filter(
    gap => gap.now !== gap.then || gap.lateNow !== gap.lateThen,
  );
  const shown = all ? changed : changed.slice(0, SHOWN_AT_FIRST);
  return (
    <EntityInfoCard title={t('dryRun.gaps.title')}>
      {changed.length === 0 ? (
        <Typography variant="body2">{t('dryRun.gaps.none')}</Typography>
      ) : (
        <>
          <Typography variant="body2" color="textSecondary" gutterBottom>
            {t('dryRun.gaps.hint')}
          </Typography>
          <TableContainer>
            <Table size="small" aria-label={t('dryRun.gaps.title')}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('dryRun.gaps.gap')}</TableCell>
                  {(['now', 'then', 'late'] as const).map(column => (
                    <TableCell key={column} className={classes.number}>
                      {t(`dryRun.gaps.${column}`)}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {shown.map(({ code, now, then, lateThen }) => (
                  <TableRow key={code}>
                    <TableCell component="th" scope="row">
                      {gapName(t, code)}
                    </TableCell>
                    <TableCell className={classes.number}>
                      {number(now)}
                    </TableCell>
                    <TableCell
                      className={`${classes.number} ${
                        now === then ? '' : classes.changed
                      }`}
                    >
                      {number(then)}
                    </TableCell>
                    <TableCell className={classes.number}>
                      {number(lateThen)}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
          {shown.length < changed.length && (
            <Button size="small" onClick={() => setAll(true)}>
              {t('dryRun.gaps.more')}
            </Button>
          )}
        </>
      )}
    </EntityInfoCard>
  );
};
