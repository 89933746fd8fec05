import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ImportKind, ImportRow } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { EntityName } from '../../catalog/EntityName';
import { useNames } from '../../catalog/Names';
import { useFormats } from '../../screen/useFormats';
import { rootRouteRef } from '../../routes';
import { useTranslation } from '../../translation';
import { ImportSign } from './ImportSign';
import { changeTexts, noteTexts, problemText } from './importText';

const PAGE = 50;

const useStyles = makeStyles(theme => ({
  wide: { overflowX: 'auto' },
  details: {
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    '& ul': { margin: 0, paddingLeft: theme.spacing(2) },
  },
  row: { '& td': { verticalAlign: 'top' } },
  head: {
    '& th': {
      whiteSpace: 'nowrap',
      wordBreak: 'normal',
      overflowWrap: 'normal',
    },
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    paddingTop: theme.spacing(1),
  },
}));

/** Rows of a file with what becomes of them, a page at a time. */
export const ImportRows = (props: { kind: ImportKind; rows: ImportRow[] }) => {
  const { kind, rows } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const [page, setPage] = useState(0);
  const from = page * PAGE;
  const shown = rows.slice(from, from + PAGE);
  if (rows.length === 0) {
    return <Typography variant="body2">{t('import.none')}</Typography>;
  }
  return (
    <>
      <div className={classes.wide}>
        <Table size="small" aria-label={t('import.result')}>
          <TableHead className={classes.head}>
            <TableRow>
              <TableCell>{t('import.line')}</TableCell>
              <TableCell>{t('import.what')}</TableCell>
              <TableCell>{t('import.outcomeLabel')}</TableCell>
              <TableCell>{t('import.details')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map(row => (
              <TableRow key={row.line} className={classes.row}>
                <TableCell>{row.line}</TableCell>
                <TableCell>
                  <What kind={kind} row={row} />
                </TableCell>
                <TableCell>
                  <ImportSign outcome={row.outcome} />
                </TableCell>
                <TableCell className={classes.details}>
                  <Details kind={kind} row={row} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {rows.length > PAGE && (
        <div className={classes.foot}>
          <Typography variant="body2">
            {t('import.page', {
              from: number(from + 1),
              to: number(from + shown.length),
              total: number(rows.length),
            })}
          </Typography>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('import.previous')}
          </Button>
          <Button
            disabled={from + PAGE >= rows.length}
            onClick={() => setPage(page + 1)}
          >
            {t('import.next')}
          </Button>
        </div>
      )}
    </>
  );
};

function What({ kind, row }: { kind: ImportKind; row: ImportRow }) {
  const pages = useRouteRef(rootRouteRef)();
  const { entityRef, title, id, outcome } = row;
  // what is refused may not exist
  const entity =
    entityRef &&
    (outcome === 'refused' ? (
      <span>{entityRef}</span>
    ) : (
      <EntityName entityRef={entityRef} />
    ));
  if (!title) return <>{entity}</>;
  return (
    <>
      {id ? <Link to={`${pages}/${kind}/${id}`}>{title}</Link> : title}
      {entity && <div>{entity}</div>}
    </>
  );
}

function Details({ kind, row }: { kind: ImportKind; row: ImportRow }) {
  const { t } = useTranslation();
  const { locale } = useFormats();
  const names = useNames();
  const lines = [
    ...row.errors.map(error => problemText(t, error, { kind, locale })),
    ...changeTexts(t, row, { names, locale }),
    ...noteTexts(t, row, { locale }),
  ];
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
