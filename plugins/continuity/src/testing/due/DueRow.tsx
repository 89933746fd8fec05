import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { DueTest } from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { formatDay, formatDueDay } from '../../status/formatDay';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { DepthName } from '../DepthName';
import { testAddress } from '../testAddress';
import { writeDueItem } from './dueItem';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: theme.spacing(0.5),
    padding: theme.spacing(0.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.paper,
    listStyle: 'none',
  },
  draggable: { cursor: 'grab' },
  box: { padding: theme.spacing(0.5) },
  name: {
    fontWeight: 600,
    overflowWrap: 'anywhere',
    '& a': { textDecoration: 'none' },
  },
  kind: { fontWeight: 400, color: theme.palette.text.secondary },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
  },
  late: { fontWeight: 600 },
  plan: { textTransform: 'none', minWidth: 0 },
}));

/** One due item: what is demanded of which entity, how late it is, and the way to plan it. */
export const DueRow = (props: {
  item: DueTest;
  chosen: boolean;
  timeZone: string | undefined;
  testsAddress: string;
  /** Absent for whoever may not plan tests. */
  actions?: {
    onChoose: (on: boolean) => void;
    onPlan: () => void;
  };
}) => {
  const { item, chosen, timeZone, testsAddress, actions } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const days = { locale: useLocale(), timeZone };
  const depth = t(`policy.depth.${item.depth}`);
  // a service and its system often have one name
  const [kind] = item.entityRef.split(':');
  return (
    <li
      className={`${classes.root} ${actions ? classes.draggable : ''}`}
      {...(actions && {
        'data-due': writeDueItem(item),
        'data-due-title': item.title,
      })}
    >
      {actions ? (
        <Checkbox
          className={classes.box}
          color="primary"
          size="small"
          checked={chosen}
          onChange={(_, on) => actions.onChoose(on)}
          inputProps={{
            'aria-label': t('testing.due.choose', { name: item.title, depth }),
          }}
        />
      ) : (
        <span />
      )}
      <div>
        <div className={classes.name}>
          <EntityName entityRef={item.entityRef} title={item.title} />
          {kind !== 'component' && (
            <span className={classes.kind}> {kind}</span>
          )}
        </div>
        <div className={classes.facts}>
          <DepthName depth={item.depth} />
          <span>{t(`testing.requirementState.${item.state}`)}</span>
          <DueWhen item={item} timeZone={timeZone} />
          {item.planned && (
            <span>
              <Link to={testAddress(testsAddress, item.planned.testId)}>
                {t('testing.due.plannedTooLate', {
                  date: formatDay(item.planned.startsAt, days),
                })}
              </Link>
            </span>
          )}
        </div>
      </div>
      {actions && (
        <Button
          size="small"
          color="primary"
          className={classes.plan}
          onClick={actions.onPlan}
          aria-label={t('testing.due.planLabel', { name: item.title, depth })}
        >
          {t('testing.due.plan')}
        </Button>
      )}
    </li>
  );
};

/** When it is due, since when it is late, or until when nobody asks for it. */
function DueWhen(props: { item: DueTest; timeZone: string | undefined }) {
  const { due, late, exemptUntil } = props.item;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const days = { locale: useLocale(), timeZone: props.timeZone };
  if (exemptUntil) {
    const date = formatDueDay(exemptUntil, days);
    return <span>{t('testing.card.exempt', { date })}</span>;
  }
  if (!late) {
    const date = formatDueDay(due, days);
    return <span>{t('testing.due.dueOn', { date })}</span>;
  }
  const color = legibleColour({
    colour: statusColour(theme, 'exposed'),
    background: theme.palette.background.paper,
  });
  return (
    <span className={classes.late} style={{ color }}>
      {t('testing.due.lateSince', { date: formatDay(due, days) })}
    </span>
  );
}
