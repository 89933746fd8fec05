import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ContinuityPolicy,
  Mapping,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import type { Translate } from '../translation/Translate';

const useStyles = makeStyles(theme => ({
  cell: { verticalAlign: 'top', overflowWrap: 'anywhere' },
  values: { margin: 0, padding: 0, listStyle: 'none', lineHeight: 1.6 },
  note: { marginTop: theme.spacing(2) },
}));

function sourceText(t: Translate, from: Mapping['from']): string {
  if ('annotation' in from) {
    return t('policy.mappings.annotation', { name: from.annotation });
  }
  if ('label' in from) return t('policy.mappings.label', { name: from.label });
  if ('spec' in from) {
    return t('policy.mappings.spec', { name: `spec.${from.spec}` });
  }
  const name = from.tag === '*' ? t('policy.mappings.anyTag') : `${from.tag}…`;
  return from.tag === '*' ? name : t('policy.mappings.tag', { name });
}

/** What the policy reads from the catalog besides its own annotations, and what is taken over from systems. */
export const MappingsCard = (props: { policy: ContinuityPolicy }) => {
  const { mappings, inherit } = props.policy;
  const classes = useStyles();
  const { t } = useTranslation();
  const fields = inherit.map(field => t(`profile.field.${field}`)).join(', ');
  return (
    <EntityInfoCard title={t('policy.mappings.title')}>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {mappings.length
          ? t('policy.mappings.text')
          : t('policy.mappings.none')}
      </Typography>
      {mappings.length > 0 && (
        <TableContainer>
          <Table size="small" aria-label={t('policy.mappings.title')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('policy.mappings.field')}</TableCell>
                <TableCell>{t('policy.mappings.from')}</TableCell>
                <TableCell>{t('policy.mappings.values')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {mappings.map((mapping, index) => (
                <TableRow key={index}>
                  <TableCell className={classes.cell}>
                    {t(`profile.field.${mapping.field}`)}
                  </TableCell>
                  <TableCell className={classes.cell}>
                    {sourceText(t, mapping.from)}
                    {mapping.authoritative && (
                      <Typography variant="body2" color="textSecondary">
                        {t('policy.mappings.authoritative')}
                      </Typography>
                    )}
                  </TableCell>
                  <TableCell className={classes.cell}>
                    {!mapping.values && t('policy.mappings.asWritten')}
                    <ul className={classes.values}>
                      {Object.entries(mapping.values ?? {}).map(
                        ([raw, value]) => (
                          <li key={raw}>
                            {raw} → {value}
                          </li>
                        ),
                      )}
                    </ul>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.note}
      >
        {fields
          ? t('policy.mappings.inherit', { fields })
          : t('policy.mappings.inheritNone')}
      </Typography>
    </EntityInfoCard>
  );
};
