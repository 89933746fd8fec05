import { Link } from '@backstage/core-components';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { FindingSummary } from 'backstage-plugin-continuity-common';
import { ListTable } from '../../list/ListTable';
import { SortHeading } from '../../list/SortHeading';
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
  table: {
    '& th': { whiteSpace: 'nowrap' },
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
  return (
    <ListTable
      label={t('finding.title')}
      loading={loading}
      className={classes.table}
      head={
        <>
          <SortHeading by="title" sort={sort} onSort={onSort}>
            {t('finding.field.title')}
          </SortHeading>
          <SortHeading by="severity" sort={sort} onSort={onSort}>
            {t('finding.field.severity')}
          </SortHeading>
          <TableCell>{t('finding.field.state')}</TableCell>
          <SortHeading by="due" sort={sort} onSort={onSort}>
            {t('finding.field.due')}
          </SortHeading>
          <TableCell>{t('finding.field.owner')}</TableCell>
          <TableCell>{t('finding.field.entities')}</TableCell>
        </>
      }
    >
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
    </ListTable>
  );
};
