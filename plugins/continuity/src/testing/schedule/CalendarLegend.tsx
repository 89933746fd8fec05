import { makeStyles } from '@material-ui/core/styles';
import { testDepths } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { DepthName } from '../DepthName';
import { TestStateMark } from '../TestStateMark';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    fontSize: '0.8125rem',
    '& svg': { fontSize: '1rem' },
  },
}));

const STATES = [
  { state: 'planned', missed: false },
  { state: 'planned', missed: true },
  { state: 'in-progress', missed: false },
  { state: 'completed', missed: false },
] as const;

/** What the colours and icons of the calendar mean. */
export const CalendarLegend = () => {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t('testing.schedule.legend')}>
      <ul className={classes.root}>
        {STATES.map(test => (
          <li key={`${test.state} ${test.missed}`}>
            <TestStateMark test={test} />
          </li>
        ))}
      </ul>
      <ul className={classes.root}>
        {testDepths.map(depth => (
          <li key={depth}>
            <DepthName depth={depth} />
          </li>
        ))}
      </ul>
    </div>
  );
};
