import { Link } from '@backstage/core-components';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { ChangeSummary } from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { EntityName } from '../../catalog/EntityName';
import { ListTable } from '../../list/ListTable';
import { SortHeading } from '../../list/SortHeading';
import { changeAddress } from '../../plan/changeAddress';
import { usePartyName } from '../../profile/usePartyName';
import { useTranslation } from '../../translation';
import { ChangeReviewText } from '../ChangeReviewText';
import { ChangeStateMark } from '../ChangeStateMark';
import { ChangeWindow } from '../ChangeWindow';
import { VerdictMark } from '../VerdictMark';
import type { ChangeListView, ChangeSearch } from './changeSearch';

const useStyles = makeStyles(theme => ({
  table: {
    '& td, & th': {
      // a word is not broken in two: what does not fit is scrolled to
      overflowWrap: 'normal',
      wordBreak: 'normal',
    },
    '& td a': { textDecoration: 'underline' },
    [theme.breakpoints.down('sm')]: {
      '& td, & th': {
        padding: theme.spacing(0.75, 0.5),
        fontSize: '0.75rem',
      },
    },
  },
  title: { fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

const SHOWN_TOUCHED = 3;

/** One page of the recorded changes, as the server sorted it. */
export const ChangeTable = (props: {
  items: ChangeSummary[];
  view: ChangeListView;
  changes: string;
  zone: string;
  loading: boolean;
  sort: NonNullable<ChangeSearch['sort']>;
  onSort: (sort: ChangeSearch['sort']) => void;
}) => {
  const { items, view, changes, zone, loading, sort, onSort } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  // six columns don't fit into a narrow window: the state stands below the verdict there
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const last = (item: ChangeSummary): ReactNode =>
    view === 'reviews' ? (
      <ChangeReviewText review={item.review} />
    ) : (
      <>
        {item.openRequests > 0
          ? t('change.openRequests', { count: item.openRequests })
          : t('change.nothingOpen')}
        {item.review && (
          <div className={classes.quiet}>
            <ChangeReviewText review={item.review} />
          </div>
        )}
      </>
    );
  return (
    <ListTable
      label={t('change.table')}
      loading={loading}
      className={classes.table}
      head={
        <>
          <SortHeading by="title" sort={sort} onSort={onSort}>
            {t('change.field.title')}
          </SortHeading>
          <SortHeading by="verdict" sort={sort} onSort={onSort}>
            {t('change.field.verdict')}
          </SortHeading>
          {!narrow && <TableCell>{t('change.field.state')}</TableCell>}
          <SortHeading by="start" sort={sort} onSort={onSort}>
            {t('change.field.window')}
          </SortHeading>
          <TableCell>{t('change.field.touched')}</TableCell>
          <TableCell>
            {t(
              view === 'reviews'
                ? 'change.field.review'
                : 'change.field.requests',
            )}
          </TableCell>
        </>
      }
    >
      {items.map(item => (
        <TableRow key={item.id} hover>
          <TableCell>
            <Link
              to={changeAddress(changes, item.id)}
              className={classes.title}
            >
              {item.title}
            </Link>
            <div className={classes.quiet}>
              {[
                item.externalId,
                t(`change.type.${item.type}`),
                partyName(item.requestedBy),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </TableCell>
          <TableCell>
            <VerdictMark verdict={item.verdict} />
            {narrow && (
              <div>
                <ChangeStateMark state={item.state} />
              </div>
            )}
          </TableCell>
          {!narrow && (
            <TableCell>
              <ChangeStateMark state={item.state} />
            </TableCell>
          )}
          <TableCell>
            <ChangeWindow
              plannedStart={item.plannedStart}
              plannedEnd={item.plannedEnd}
              zone={zone}
            />
          </TableCell>
          <TableCell>
            <Touched item={item} />
          </TableCell>
          <TableCell>{last(item)}</TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
};

function Touched({ item }: { item: ChangeSummary }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { touched, totalTouched, totalImpacted } = item;
  const more = totalTouched - Math.min(touched.length, SHOWN_TOUCHED);
  return (
    <>
      {touched.slice(0, SHOWN_TOUCHED).map(ref => (
        <div key={ref}>
          <EntityName entityRef={ref} defaultKind="component" />
        </div>
      ))}
      {more > 0 && (
        <div className={classes.quiet}>{t('change.more', { count: more })}</div>
      )}
      <div className={classes.quiet}>
        {t('change.hits', { count: totalImpacted })}
      </div>
    </>
  );
}
