import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import {
  importColumnsIn,
  textLanguage,
  type ImportKind,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';

/** The columns of a kind, and what each says. */
export const ColumnsTable = ({ kind }: { kind: ImportKind }) => {
  const { t } = useTranslation();
  const columns = importColumnsIn(kind, textLanguage(useLocale()));
  return (
    <Table size="small" aria-label={t('import.columns')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('import.column')}</TableCell>
          <TableCell>{t('import.needed')}</TableCell>
          <TableCell>{t('import.meaning')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {columns.map(({ name, required, about }) => (
          <TableRow key={name}>
            <TableCell component="th" scope="row">
              <code>{name}</code>
            </TableCell>
            <TableCell>{required && t('import.neededYes')}</TableCell>
            <TableCell>{about}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
