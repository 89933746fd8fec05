import { Link } from '@backstage/core-components';
import Checkbox from '@material-ui/core/Checkbox';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { PlanSummary } from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { ListTable } from '../../list/ListTable';
import { SortHeading } from '../../list/SortHeading';
import { partyName } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import { planAddress } from '../planAddress';
import { PlanProblemMark } from '../PlanProblemMark';
import { PlanReviewDue } from '../PlanReviewDue';
import type { PlanSearch } from './planSearch';
import { PlanStateMark } from '../PlanStateMark';

const useStyles = makeStyles(theme => ({
  table: {
    '& th': { whiteSpace: 'nowrap' },
    '& [class*="MuiTypography-caption"]': {
      fontSize: '0.8125rem',
      lineHeight: 1.3,
    },
    [theme.breakpoints.down('sm')]: {
      '& td, & th': { padding: theme.spacing(0.75) },
      '& th': { whiteSpace: 'normal' },
    },
  },
  box: { width: 1, paddingRight: '0 !important' },
  title: { fontWeight: 600, overflowWrap: 'break-word' },
  named: { minWidth: 170 },
  state: { minWidth: 110 },
  review: { minWidth: 115 },
  scope: { '& a': { textDecoration: 'underline' } },
  quiet: { color: theme.palette.text.secondary },
  problems: { listStyle: 'none', margin: 0, padding: 0 },
  waiting: {
    display: 'inline-block',
    padding: theme.spacing(0, 0.75),
    border: `1px solid ${theme.palette.text.primary}`,
    borderRadius: 10,
    fontSize: '0.75rem',
    fontWeight: 600,
    lineHeight: 1.6,
  },
}));

/** One page of the list, as the server sorted it. */
export const PlanTable = (props: {
  items: PlanSummary[];
  plansAddress: string;
  loading: boolean;
  sort: NonNullable<PlanSearch['sort']>;
  onSort: (sort: PlanSearch['sort']) => void;
  /** The chosen plans, where plans can be chosen. */
  chosen?: ReadonlySet<string>;
  onChoose: (items: PlanSummary[], chosen: boolean) => void;
}) => {
  const { items, plansAddress, loading, sort, onSort, chosen, onChoose } =
    props;
  const classes = useStyles();
  const { t } = useTranslation();
  // what it covers and who owns it then stands below its title
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const selectable = items.filter(isConfirmable);
  const selected = selectable.filter(item => chosen?.has(item.id));

  return (
    <ListTable
      label={t('plan.table.label')}
      loading={loading}
      className={classes.table}
      head={
        <>
          {chosen && (
            <TableCell className={classes.box} padding="checkbox">
              <Checkbox
                color="primary"
                size="small"
                disabled={selectable.length === 0}
                checked={
                  selectable.length > 0 && selected.length === selectable.length
                }
                indeterminate={
                  selected.length > 0 && selected.length < selectable.length
                }
                onChange={(_, on) => onChoose(selectable, on)}
                inputProps={{ 'aria-label': t('plan.table.selectPage') }}
              />
            </TableCell>
          )}
          <SortHeading by="title" sort={sort} onSort={onSort}>
            {t('plan.column.title')}
          </SortHeading>
          <TableCell>{t('plan.column.state')}</TableCell>
          {!narrow && <TableCell>{t('plan.column.scope')}</TableCell>}
          {!narrow && <TableCell>{t('plan.column.owner')}</TableCell>}
          <SortHeading by="reviewDue" sort={sort} onSort={onSort}>
            {t('plan.column.review')}
          </SortHeading>
          <TableCell>{t('plan.column.problems')}</TableCell>
        </>
      }
    >
      {items.map(item => (
        <Row
          key={item.id}
          item={item}
          plansAddress={plansAddress}
          narrow={narrow}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
    </ListTable>
  );
};

/** Only reasons for being stale can be confirmed for several plans at once. */
export function isConfirmable(item: PlanSummary): boolean {
  return item.problems.some(({ code }) => code === 'stale');
}

function Row(props: {
  item: PlanSummary;
  plansAddress: string;
  narrow: boolean;
  chosen?: ReadonlySet<string>;
  onChoose: (items: PlanSummary[], chosen: boolean) => void;
}) {
  const { item, plansAddress, narrow, chosen, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { open, inForce, owner, waitingForMe } = item;
  const waitsForOpen = waitingForMe === 'review' || waitingForMe === 'revise';
  const version = waitsForOpen ? open?.version : undefined;
  const ownedBy = owner.exists ? (
    <EntityName
      entityRef={owner.ref}
      title={owner.title ?? partyName(owner.ref)}
    />
  ) : (
    t('plan.table.ownerGone', { name: partyName(owner.ref) })
  );
  return (
    <TableRow hover>
      {chosen && (
        <TableCell className={classes.box} padding="checkbox">
          <Checkbox
            color="primary"
            size="small"
            disabled={!isConfirmable(item)}
            checked={chosen.has(item.id)}
            onChange={(_, on) => onChoose([item], on)}
            inputProps={{
              'aria-label': isConfirmable(item)
                ? t('plan.table.select', { name: item.title })
                : t('plan.table.nothingToConfirm', { name: item.title }),
            }}
          />
        </TableCell>
      )}
      <TableCell className={classes.named}>
        <Link
          to={planAddress(plansAddress, item.id, { version })}
          className={classes.title}
        >
          {item.title}
        </Link>
        <Typography
          variant="caption"
          display="block"
          className={classes.quiet}
          component="div"
        >
          {t(`plan.kind.${item.kind}`)}
          {item.form !== 'written' && ` · ${t(`plan.form.${item.form}`)}`}
        </Typography>
        {narrow && (
          <div className={classes.scope}>
            <ScopeSummary scope={item.scope} />
            <div>
              {t('plan.column.owner')}: {ownedBy}
            </div>
          </div>
        )}
        {waitingForMe && (
          <span className={classes.waiting}>
            {t(`plan.waiting.${waitingForMe}`)}
          </span>
        )}
      </TableCell>
      <TableCell className={classes.state}>
        <PlanStateMark state={item.state} />
        <Typography
          variant="caption"
          display="block"
          className={classes.quiet}
          component="div"
        >
          {inForce && t('plan.table.version', { version: inForce.version })}
          {inForce && open && ' · '}
          {open &&
            t(`plan.table.open.${open.state}`, { version: open.version })}
        </Typography>
      </TableCell>
      {!narrow && (
        <TableCell className={classes.scope}>
          <ScopeSummary scope={item.scope} />
        </TableCell>
      )}
      {!narrow && <TableCell>{ownedBy}</TableCell>}
      <TableCell className={classes.review}>
        <PlanReviewDue dueAt={item.reviewDueAt} overdue={item.reviewOverdue} />
      </TableCell>
      <TableCell>
        {item.problems.length === 0 ? (
          <span className={classes.quiet}>{t('plan.table.noProblems')}</span>
        ) : (
          <ul className={classes.problems}>
            {item.problems.map(problem => (
              <li key={problem.code}>
                <PlanProblemMark problem={problem} />
              </li>
            ))}
          </ul>
        )}
      </TableCell>
    </TableRow>
  );
}

/** What a plan covers: the first few by name, how many more, and how many the reader may not see. */
function ScopeSummary({ scope }: { scope: PlanSummary['scope'] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  if (scope.entries + scope.redacted === 0) {
    return <span className={classes.quiet}>{t('plan.scope.nothing')}</span>;
  }
  const shown = scope.examples.slice(0, 2);
  const more = scope.entries - shown.length;
  return (
    <>
      {shown.map(({ entityRef, title, parts }) => (
        <div key={entityRef}>
          <EntityName entityRef={entityRef} title={title} />
          {parts && ` ${t('plan.scope.withParts')}`}
        </div>
      ))}
      {more > 0 && (
        <div className={classes.quiet}>
          {t('plan.scope.more', { count: more })}
        </div>
      )}
      {scope.redacted > 0 && (
        <div className={classes.quiet}>
          {t('plan.scope.redacted', { count: scope.redacted })}
        </div>
      )}
    </>
  );
}
