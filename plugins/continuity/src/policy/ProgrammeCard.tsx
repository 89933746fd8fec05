import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  programmeRequirements,
  type ContinuityPolicy,
  type ProgrammeDue,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { useTranslation } from '../translation';
import type { Translate } from '../translation/Translate';
import { cadenceLengthText } from './cadenceText';
import { useFormats } from '../screen/useFormats';

const useStyles = makeStyles(theme => ({
  cell: { verticalAlign: 'top' },
  note: { marginTop: theme.spacing(2) },
}));

function dueText(t: Translate, due: ProgrammeDue, locale: string): string {
  if ('after' in due) {
    const length = cadenceLengthText(t, due.after);
    return t('policy.programme.after', { length });
  }
  const date = DateTime.fromISO(due.on, { zone: 'utc', locale });
  return t('policy.programme.on', {
    date: date.toLocaleString(DateTime.DATE_MED),
  });
}

/** When each requirement falls due for the first time, and the tiers that differ. */
export const ProgrammeCard = (props: { policy: ContinuityPolicy }) => {
  const { programme, tiers, dueSoon } = props.policy;
  const classes = useStyles();
  const { t } = useTranslation();
  const { locale } = useFormats();
  const differing = tiers.filter(
    tier => Object.keys(programme.tiers[tier.id] ?? {}).length > 0,
  );
  return (
    <EntityInfoCard title={t('policy.programme.title')}>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t('policy.programme.text')}
      </Typography>
      <TableContainer>
        <Table size="small" aria-label={t('policy.programme.title')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('policy.programme.requirement')}</TableCell>
              <TableCell>{t('policy.programme.all')}</TableCell>
              {differing.map(tier => (
                <TableCell key={tier.id}>{tier.title}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {programmeRequirements.map(requirement => (
              <TableRow key={requirement}>
                <TableCell component="th" scope="row" className={classes.cell}>
                  {t(`policy.programme.what.${requirement}`)}
                </TableCell>
                <TableCell className={classes.cell}>
                  {dueText(t, programme.defaults[requirement], locale)}
                </TableCell>
                {differing.map(tier => {
                  const own = programme.tiers[tier.id]?.[requirement];
                  return (
                    <TableCell key={tier.id} className={classes.cell}>
                      {own ? dueText(t, own, locale) : '–'}
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.note}
      >
        {t('policy.programme.grace', {
          length: cadenceLengthText(t, programme.newEntityGrace),
        })}{' '}
        {t('policy.programme.dueSoon', {
          length: cadenceLengthText(t, dueSoon),
        })}
      </Typography>
    </EntityInfoCard>
  );
};
