import { Link } from '@backstage/core-components';
import LinearProgress from '@material-ui/core/LinearProgress';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import type { FindingSummary } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { findingAddress } from './findingAddress';
import { FindingEntities, FindingOwner, FindingSource } from './FindingFacts';
import {
  FindingDue,
  FindingSeverityMark,
  FindingStateMark,
} from './FindingMarks';
import type { FindingSearch } from './findingSearch';

const useStyles = makeStyles(theme => ({
  container: { position: 'relative' },
  loading: { position: 'absolute', top: 0, left: 0, right: 0, zIndex: 1 },
  stale: { opacity: 0.6 },
  table: {
    '& td, & th': { padding: theme.spacing(0.75, 1.25), verticalAlign: 'top' },
    '& th': { whiteSpace: 'nowrap', fontWeight: 700 },
    '& td a': { textDecoration: 'underline' },
    [theme.breakpoints.down('sm')]: {
      '& td, & th': { padding: theme.spacing(0.75, 0.5) },
    },
  },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

const SHOWN_ENTITIES = 3;

/** One page of the findings, as the server sorted it. */
export const FindingTable = (props: {
  items: FindingSummary[];
  findings: string;
  loading: boolean;
  sort: NonNullable<FindingSearch['sort']>;
  onSort: (sort: FindingSearch['sort']) => void;
}) => {
  const { items, findings, loading, sort, onSort } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const heading = (key: 'title' | 'severity' | 'due') => {
    const active = sort === key || sort === `-${key}`;
    const direction = sort === `-${key}` ? 'desc' : 'asc';
    return (
      <TableCell sortDirection={active ? direction : false}>
        <TableSortLabel
          active={active}
          direction={active ? direction : 'asc'}
          onClick={() => onSort(sort === key ? `-${key}` : key)}
        >
          {t(`finding.field.${key}`)}
        </TableSortLabel>
      </TableCell>
    );
  };
  return (
    <TableContainer className={classes.container}>
      {loading && <LinearProgress className={classes.loading} />}
      <Table
        size="small"
        aria-label={t('finding.title')}
        aria-busy={loading}
        className={`${classes.table} ${loading ? classes.stale : ''}`}
      >
        <TableHead>
          <TableRow>
            {heading('title')}
            {heading('severity')}
            <TableCell>{t('finding.field.state')}</TableCell>
            {heading('due')}
            <TableCell>{t('finding.field.owner')}</TableCell>
            <TableCell>{t('finding.field.entities')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => (
            <TableRow key={item.id} hover>
              <TableCell>
                <Link
                  to={findingAddress(findings, item.id)}
                  className={classes.title}
                >
                  {item.title}
                </Link>
                <div className={classes.quiet}>
                  <FindingSource finding={item} findings={findings} />
                </div>
              </TableCell>
              <TableCell>
                <FindingSeverityMark severity={item.severity} />
              </TableCell>
              <TableCell>
                <FindingStateMark state={item.state} />
              </TableCell>
              <TableCell>
                <FindingDue finding={item} />
              </TableCell>
              <TableCell>
                <FindingOwner finding={item} />
              </TableCell>
              <TableCell>
                <FindingEntities finding={item} most={SHOWN_ENTITIES} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
