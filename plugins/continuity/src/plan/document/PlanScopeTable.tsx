import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  describeDuration,
  expectedRecoveryOf,
  type PlanContents,
  type PlanScopeEntry,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { valueText } from '../../profile/valueText';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  table: {
    '& td, & th': { padding: theme.spacing(0.75, 1), verticalAlign: 'top' },
    '& td:first-child, & th:first-child': { paddingLeft: 0 },
    '& th': { fontWeight: 700 },
  },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  name: { overflowWrap: 'anywhere' },
}));

/** What the plan covers, how fast each must be back, and when its steps bring it back. */
export const PlanScopeTable = (props: {
  contents: PlanContents;
  scopeEntries: readonly PlanScopeEntry[];
  redacted: number;
}) => {
  const { contents, scopeEntries, redacted } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const known = new Map(scopeEntries.map(entry => [entry.entityRef, entry]));
  const colour = (status: 'exposed' | 'at-risk') =>
    legibleColour({
      colour: statusColour(theme, status),
      background: theme.palette.background.paper,
      // striped rows are a little darker than the page
      contrast: 5.2,
    });
  return (
    <>
      <TableContainer>
        <Table
          size="small"
          className={classes.table}
          aria-label={t('plan.section.scope')}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('plan.scope.entity')}</TableCell>
              <TableCell>{t('plan.scope.tier')}</TableCell>
              <TableCell>{t('plan.scope.rto')}</TableCell>
              <TableCell>{t('plan.scope.back')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {contents.scope.map(({ entityRef, parts }) => {
              const entry = known.get(entityRef);
              const back = expectedRecoveryOf(entityRef, {
                steps: contents.steps,
              });
              const gone = entry && !entry.exists;
              return (
                <TableRow key={entityRef}>
                  <TableCell className={classes.name}>
                    <EntityName entityRef={entityRef} title={entry?.title} />
                    {parts && (
                      <div className={classes.quiet}>
                        {entry?.partCount === null ||
                        entry?.partCount === undefined
                          ? t('plan.scope.withParts')
                          : t('plan.scope.withPartCount', {
                              count: entry.partCount,
                            })}
                      </div>
                    )}
                    {gone && (
                      <div style={{ color: colour('at-risk') }}>
                        {t('plan.scope.gone')}
                      </div>
                    )}
                  </TableCell>
                  <TableCell>
                    {entry?.tier ?? t('profile.value.unset')}
                  </TableCell>
                  <TableCell>
                    {valueText(t, 'rto', entry?.rto ?? null)}
                  </TableCell>
                  <TableCell
                    style={
                      entry?.beyondRto
                        ? { color: colour('exposed') }
                        : undefined
                    }
                  >
                    {back === null
                      ? t('plan.scope.noStep')
                      : t(
                          back.isComplete
                            ? 'plan.scope.backIn'
                            : 'plan.scope.backInAtLeast',
                          { time: describeDuration(back.seconds) },
                        )}
                    {entry?.beyondRto && ` (${t('plan.scope.beyondRto')})`}
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </TableContainer>
      {redacted > 0 && (
        <div className={classes.quiet}>
          {t('plan.scope.redacted', { count: redacted })}
        </div>
      )}
    </>
  );
};
