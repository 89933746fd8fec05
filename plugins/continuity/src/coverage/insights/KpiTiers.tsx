import { Link } from '@backstage/core-components';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { Kpi } from 'backstage-plugin-continuity-common';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { kpiValueText } from './kpiValueText';

/** Coverage tier by tier. */
export const KpiTiers = (props: { parts: Kpi['parts']; pages?: string }) => {
  const { parts, pages } = props;
  const { t } = useTranslation();
  const { number, locale } = useFormats();
  const text = (value: number | null) =>
    kpiValueText(value, { unit: 'share', t, locale });
  return (
    <TableContainer>
      <Table size="small" aria-label={t('insights.byTier')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('insights.tier')}</TableCell>
            <TableCell>{t('insights.now')}</TableCell>
            <TableCell>{t('insights.then')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {parts.map(({ key, title, current, previous, drillDown }) => (
            <TableRow key={key}>
              <TableCell>
                {pages === undefined ? (
                  title
                ) : (
                  <Link to={`${pages}${drillDown}`}>{title}</Link>
                )}
              </TableCell>
              <TableCell>
                {text(current.value)}
                {current.value !== null &&
                  ` ${t('insights.base.share', {
                    count: current.base,
                    shown: number(current.base),
                  })}`}
              </TableCell>
              <TableCell>{previous ? text(previous.value) : '–'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
