import { Link } from '@backstage/core-components';
import CompareArrowsIcon from '@material-ui/icons/CompareArrows';
import { makeStyles } from '@material-ui/core/styles';
import type { ChangeSummary } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { changeAddress } from '../../plan/changeAddress';
import { useChangesAddress } from '../../plan/useChangesAddress';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { zonedSpan } from '../../screen/zonedTime';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: 3,
    width: '100%',
    minWidth: 0,
    position: 'relative',
    padding: theme.spacing(0.125, 0.375),
    borderRadius: 3,
    border: `1px dotted ${theme.palette.text.secondary}`,
    // told from tests by more than its colour: hatched, and with its name before it
    backgroundImage: `repeating-linear-gradient(135deg, transparent 0 8px, ${theme.palette.action.hover} 8px 16px)`,
    color: theme.palette.text.primary,
    fontSize: '0.8125rem',
    lineHeight: 1.3,
    overflow: 'hidden',
    '& a': {
      color: 'inherit',
      minWidth: 0,
      overflow: 'hidden',
      overflowWrap: 'anywhere',
      whiteSpace: 'normal',
      flex: 1,
    },
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
  icon: { flex: 'none', fontSize: '1rem' },
}));

/** The planned window of a change among the tests: hatched, and called a change. */
export const CalendarChange = (props: {
  change: ChangeSummary;
  timeZone: string;
  /** Where there is room for icons only. */
  dense: boolean;
}) => {
  const { change, timeZone, dense } = props;
  const classes = useStyles();
  // The calendar's element around this is an `a` without an address. React would take the link for one within a link.
  const [host, setHost] = useState<HTMLSpanElement | null>(null);
  const { t } = useTranslation();
  const locale = useLocale();
  const changes = useChangesAddress();
  const { id, title, state, plannedStart, plannedEnd } = change;
  const text = t('change.overlay.entry', { title });
  const label = [
    text,
    t(`change.state.${state}`),
    plannedStart &&
      plannedEnd &&
      zonedSpan(
        { startsAt: plannedStart, endsAt: plannedEnd, allDay: false },
        { zone: timeZone, locale },
      ),
  ]
    .filter(Boolean)
    .join(', ');
  const content = (
    <>
      <CompareArrowsIcon className={classes.icon} aria-hidden />
      {changes ? (
        <Link
          to={changeAddress(changes, id)}
          aria-label={label}
          draggable={false}
        >
          {text}
        </Link>
      ) : (
        text
      )}
    </>
  );
  return (
    <span
      ref={setHost}
      className={`${classes.root} ${dense ? classes.dense : ''}`}
      data-change={id}
      title={label}
    >
      {host && createPortal(content, host)}
    </span>
  );
};
