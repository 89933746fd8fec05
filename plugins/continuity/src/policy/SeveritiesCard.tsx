import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import {
  gapCodes,
  type ContinuityPolicy,
  type GapCode,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { gapName } from './gapName';

/** The gaps whose severity this policy changes. */
export const SeveritiesCard = (props: {
  severities: ContinuityPolicy['severities'];
}) => {
  const { t } = useTranslation();
  const differing = (Object.keys(gapCodes) as GapCode[]).flatMap(code => {
    const here = props.severities[code];
    return here && here !== gapCodes[code] ? [{ code, here }] : [];
  });
  if (differing.length === 0) return null;
  return (
    <EntityInfoCard title={t('policy.severities.title')}>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t('policy.severities.text')}
      </Typography>
      <TableContainer>
        <Table size="small" aria-label={t('policy.severities.title')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('policy.severities.gap')}</TableCell>
              <TableCell>{t('policy.severities.here')}</TableCell>
              <TableCell>{t('policy.severities.shipped')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {differing.map(({ code, here }) => (
              <TableRow key={code}>
                <TableCell component="th" scope="row">
                  {gapName(t, code)}
                </TableCell>
                <TableCell>{t(`policy.severities.${here}`)}</TableCell>
                <TableCell>
                  {t(`policy.severities.${gapCodes[code]}`)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </EntityInfoCard>
  );
};
