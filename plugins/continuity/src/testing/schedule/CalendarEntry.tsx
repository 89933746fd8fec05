import { Link } from '@backstage/core-components';
import EventBusyIcon from '@material-ui/icons/EventBusy';
import OpenWithIcon from '@material-ui/icons/OpenWith';
import PlayCircleFilledIcon from '@material-ui/icons/PlayCircleFilled';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  ContinuityStatus,
  TestSummary,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { StatusShape } from '../../status/StatusShape';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { DepthIcon } from '../DepthIcon';
import { shownStateOf } from '../shownStateOf';
import { testAddress } from '../testAddress';
import { scheduleText } from '../testMoments';
import { testStateColour } from '../TestStateMark';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    // a day is too narrow for signs beside the title: they stand above it
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 3px',
    width: '100%',
    minWidth: 0,
    padding: theme.spacing(0.125, 0.375),
    borderRadius: 3,
    border: '1px solid transparent',
    borderLeftWidth: 4,
    fontSize: '0.75rem',
    lineHeight: 1.3,
    [theme.breakpoints.down('sm')]: { fontSize: '0.6875rem' },
    position: 'relative',
    backgroundColor: theme.palette.background.paper,
    color: theme.palette.text.primary,
    overflow: 'hidden',
    '& a': {
      color: 'inherit',
      minWidth: 0,
      overflow: 'hidden',
      overflowWrap: 'break-word',
      hyphens: 'auto',
      whiteSpace: 'normal',
      display: '-webkit-box',
      '-webkit-line-clamp': 3,
      '-webkit-box-orient': 'vertical',
      flex: '1 0 100%',
      order: 1,
    },
    '& $move': { opacity: 0 },
    '&:hover $move, &:focus-within $move': { opacity: 1 },
  },
  // the icon alone is the link
  dense: {
    '& a': {
      position: 'absolute',
      top: 0,
      right: 0,
      bottom: 0,
      left: 0,
      color: 'transparent !important',
    },
  },
  missed: { borderStyle: 'dashed' },
  cancelled: { '& a': { textDecoration: 'line-through' } },
  icon: { flex: 'none', fontSize: '1rem' },
  sign: { flex: 'none', display: 'inline-flex', fontSize: '0.95rem' },
  // it lies over the entry's end, so that it takes no room from the title
  move: {
    position: 'absolute',
    top: 1,
    right: 1,
    display: 'inline-flex',
    border: 0,
    borderRadius: 3,
    padding: 2,
    margin: 0,
    background: theme.palette.background.paper,
    color: 'inherit',
    cursor: 'pointer',
    fontSize: '0.95rem',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

const OUTCOME_SHAPES: Record<string, ContinuityStatus> = {
  passed: 'met',
  'passed-with-deficiencies': 'met',
  inconclusive: 'unassessed',
  failed: 'exposed',
};

/** One test in the calendar: its depth as an icon, its state as colour, edge and sign, and all of it in words in its label. */
export const CalendarEntry = (props: {
  test: TestSummary;
  timeZone: string;
  testsAddress: string;
  /** Where there is room for icons only. */
  dense: boolean;
  /** Opens the dialog that moves it: whoever can't drag can press. */
  onMove?: () => void;
}) => {
  const { test, timeZone, testsAddress, dense, onMove } = props;
  const classes = useStyles();
  // The calendar's element around this is an `a` without an address. React would take the link for one within a link.
  const [host, setHost] = useState<HTMLSpanElement | null>(null);
  const theme = useTheme();
  const { t } = useTranslation();
  const locale = useLocale();
  const state = shownStateOf(test);
  const failed = state === 'completed' && test.outcome === 'failed';
  const ground = theme.palette.background.paper;
  const colour = legibleColour({
    colour: failed
      ? statusColour(theme, 'exposed')
      : testStateColour(theme, state),
    background: ground,
  });
  const label = [
    test.title,
    t(`policy.depth.${test.depth}`),
    t(`testing.state.${state}`),
    test.outcome && t(`testing.outcome.${test.outcome}`),
    scheduleText(test, locale, { timeZone }),
  ]
    .filter(Boolean)
    .join(', ');
  const sign =
    (state === 'missed' && <EventBusyIcon fontSize="inherit" />) ||
    (state === 'in-progress' && <PlayCircleFilledIcon fontSize="inherit" />) ||
    (state === 'completed' && test.outcome && (
      <StatusShape
        status={OUTCOME_SHAPES[test.outcome]}
        ground={ground}
        size={13}
      />
    ));
  const content = (
    <>
      <span className={classes.sign} style={{ color: colour }}>
        <DepthIcon depth={test.depth} className={classes.icon} />
      </span>
      <Link
        to={testAddress(testsAddress, test.id)}
        aria-label={label}
        // the calendar drags the entry; the browser would drag the address
        draggable={false}
      >
        {test.title}
      </Link>
      {onMove && (
        <button
          type="button"
          className={classes.move}
          aria-label={t('testing.schedule.moveTest', { title: test.title })}
          onClick={event => {
            event.stopPropagation();
            onMove();
          }}
        >
          <OpenWithIcon fontSize="inherit" />
        </button>
      )}
      {sign && (
        <span className={classes.sign} style={{ color: colour }} aria-hidden>
          {sign}
        </span>
      )}
    </>
  );
  return (
    <span
      ref={setHost}
      className={[
        classes.root,
        dense ? classes.dense : '',
        state === 'missed' ? classes.missed : '',
        state === 'cancelled' ? classes.cancelled : '',
      ].join(' ')}
      style={{ borderColor: colour }}
      data-state={state}
      title={label}
    >
      {host && createPortal(content, host)}
    </span>
  );
};
