import { Link } from '@backstage/core-components';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import EventIcon from '@material-ui/icons/Event';
import { makeStyles } from '@material-ui/core/styles';
import type {
  TestQuery,
  TestSummary,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { ListTable } from '../../list/ListTable';
import { SortHeading } from '../../list/SortHeading';
import { partyName } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { DepthName } from '../DepthName';
import { OutcomeMark } from '../OutcomeMark';
import { usePageStyles } from '../../screen/usePageStyles';
import { testAddress } from '../testAddress';
import { scheduleText } from '../testMoments';
import { TestStateMark } from '../TestStateMark';

const useStyles = makeStyles(theme => ({
  table: {
    '& th': { whiteSpace: 'nowrap' },
    '& [class*="MuiTypography-caption"]': { fontSize: '0.8125rem' },
  },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  when: { minWidth: 120 },
  scope: { minWidth: 120, '& a': { textDecoration: 'underline' } },
  // on a narrow screen the test's page names them
  facilitator: { '@media (max-width: 999px)': { display: 'none' } },
  quiet: { color: theme.palette.text.secondary },
  waiting: {
    display: 'inline-block',
    padding: theme.spacing(0, 0.75),
    border: `1px solid ${theme.palette.text.primary}`,
    borderRadius: 10,
    fontSize: '0.75rem',
    fontWeight: 600,
    lineHeight: 1.6,
  },
  actions: { width: 1, whiteSpace: 'nowrap' },
}));

type Sort = NonNullable<TestQuery['sort']>;

/** One page of the list of tests, as the server sorted it. */
export const TestTable = (props: {
  items: TestSummary[];
  timeZone: string;
  testsAddress: string;
  loading: boolean;
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Asked for a planned test. */
  onMove?: (test: TestSummary) => void;
}) => {
  const { items, loading, sort, onSort } = props;
  const classes = useStyles();
  const shared = usePageStyles();
  const { t } = useTranslation();
  return (
    <ListTable
      label={t('testing.schedule.tableLabel')}
      loading={loading}
      loadingLabel={t('testing.loading')}
      className={classes.table}
      head={
        <>
          <SortHeading by="title" sort={sort} onSort={onSort}>
            {t('testing.schedule.column.title')}
          </SortHeading>
          <SortHeading by="start" sort={sort} onSort={onSort}>
            {t('testing.schedule.column.start')}
          </SortHeading>
          <TableCell>{t('testing.schedule.column.state')}</TableCell>
          <TableCell>{t('testing.schedule.column.scope')}</TableCell>
          <TableCell className={classes.facilitator}>
            {t('testing.schedule.column.facilitator')}
          </TableCell>
          <TableCell className={classes.actions}>
            <span className={shared.hidden}>
              {t('testing.schedule.column.actions')}
            </span>
          </TableCell>
        </>
      }
    >
      {items.map(test => (
        <Row key={test.id} {...props} test={test} />
      ))}
    </ListTable>
  );
};

function Row(props: {
  test: TestSummary;
  timeZone: string;
  testsAddress: string;
  onMove?: (test: TestSummary) => void;
}) {
  const { test, timeZone, testsAddress, onMove } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const notes = [
    t(`testing.environment.${test.environment}`),
    ...(test.partial ? [t('testing.schedule.partial')] : []),
    ...(test.origin === 'test' ? [] : [t(`testing.origin.${test.origin}`)]),
    ...(test.enteredAfterwards ? [t('testing.schedule.afterwards')] : []),
  ];
  return (
    <TableRow hover>
      <TableCell>
        <Link to={testAddress(testsAddress, test.id)} className={classes.title}>
          {test.title}
        </Link>
        <Typography
          variant="caption"
          display="block"
          className={classes.quiet}
          component="div"
        >
          <DepthName depth={test.depth} /> · {notes.join(' · ')}
        </Typography>
        {test.waitingForMe && (
          <span className={classes.waiting}>
            {t(`testing.waiting.${test.waitingForMe}`)}
          </span>
        )}
      </TableCell>
      <TableCell className={classes.when}>
        {scheduleText(test, locale, { timeZone })}
      </TableCell>
      <TableCell>
        {test.state === 'completed' && test.outcome ? (
          <OutcomeMark outcome={test.outcome} />
        ) : (
          <TestStateMark test={test} />
        )}
        <Typography
          variant="caption"
          display="block"
          className={classes.quiet}
          component="div"
        >
          {[
            ...(test.state === 'completed' && !test.reviewed
              ? [t('testing.schedule.notReviewed')]
              : []),
            ...(test.openFindings > 0
              ? [t('testing.schedule.findings', { count: test.openFindings })]
              : []),
          ].join(' · ')}
        </Typography>
      </TableCell>
      <TableCell className={classes.scope}>
        <Scope entities={test.entities} />
      </TableCell>
      <TableCell className={classes.facilitator}>
        {test.facilitator ? (
          <EntityName
            entityRef={test.facilitator.ref}
            title={test.facilitator.title ?? partyName(test.facilitator.ref)}
          />
        ) : (
          <span className={classes.quiet}>–</span>
        )}
      </TableCell>
      <TableCell className={classes.actions}>
        {onMove && test.state === 'planned' && (
          <IconButton
            size="small"
            aria-label={t('testing.schedule.moveTest', { title: test.title })}
            title={t('testing.schedule.moveTest', { title: test.title })}
            onClick={() => onMove(test)}
          >
            <EventIcon fontSize="small" />
          </IconButton>
        )}
      </TableCell>
    </TableRow>
  );
}

/** What is tested: the first few by name, how many more, and how many the reader may not see. */
function Scope({ entities }: { entities: TestSummary['entities'] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const shown = entities.examples.slice(0, 2);
  const more = entities.count - entities.redacted - shown.length;
  return (
    <>
      {shown.map(({ entityRef, title }) => (
        <div key={entityRef}>
          <EntityName entityRef={entityRef} title={title} />
        </div>
      ))}
      {more > 0 && (
        <div className={classes.quiet}>
          {t('plan.scope.more', { count: more })}
        </div>
      )}
      {entities.redacted > 0 && (
        <div className={classes.quiet}>
          {t('plan.scope.redacted', { count: entities.redacted })}
        </div>
      )}
    </>
  );
}
