import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  recoveryPlanKinds,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Explained } from '../record/Explained';
import { useTranslation } from '../translation';
import { requirementTexts } from './requirementTexts';
import { targetText } from './targetText';

const useStyles = makeStyles(theme => ({
  cell: { verticalAlign: 'top', wordBreak: 'normal' },
  head: { whiteSpace: 'nowrap' },
  target: { whiteSpace: 'nowrap', verticalAlign: 'top' },
  term: { borderBottom: `1px dotted ${theme.palette.text.secondary}` },
  list: { margin: 0, paddingLeft: theme.spacing(2), lineHeight: 1.5 },
  note: { marginTop: theme.spacing(2) },
}));

/** The tiers of the policy, most critical first, in words. */
export const TiersTable = (props: { policy: ContinuityPolicy }) => {
  const { tiers, plans } = props.policy;
  const classes = useStyles();
  const { t } = useTranslation();
  const kinds = plans.satisfyingKinds.map(kind => {
    const known = recoveryPlanKinds.find(name => name === kind);
    return known ? t(`policy.planKind.${known}`) : kind;
  });

  return (
    <EntityInfoCard title={t('policy.tiers.title')}>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t('policy.tiers.text')}
      </Typography>
      <TableContainer>
        <Table size="small" aria-label={t('policy.tiers.title')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('policy.tiers.tier')}</TableCell>
              {(['rto', 'rpo', 'mtpd'] as const).map(field => (
                <TableCell key={field} className={classes.head}>
                  <Explained explanation={t(`profile.term.${field}`)}>
                    {t(`profile.field.${field}`)}
                  </Explained>
                </TableCell>
              ))}
              <TableCell>{t('policy.tiers.requires')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {tiers.map(tier => {
              const requirements = requirementTexts(t, tier);
              return (
                <TableRow key={tier.id}>
                  <TableCell
                    component="th"
                    scope="row"
                    className={classes.cell}
                  >
                    <strong>{tier.title}</strong>
                    <Typography variant="body2" color="textSecondary">
                      {tier.id}
                      {tier.description && ` · ${tier.description}`}
                    </Typography>
                  </TableCell>
                  {(['rto', 'rpo', 'mtpd'] as const).map(field => (
                    <TableCell key={field} className={classes.target}>
                      {targetText(t, field, tier.targets[field])}
                    </TableCell>
                  ))}
                  <TableCell className={classes.cell}>
                    {requirements.length === 0 && t('policy.tiers.nothing')}
                    <ul className={classes.list}>
                      {requirements.map(text => (
                        <li key={text}>{text}</li>
                      ))}
                    </ul>
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </TableContainer>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.note}
      >
        {t('policy.tiers.planKinds', { kinds: kinds.join(', ') })}
      </Typography>
    </EntityInfoCard>
  );
};
