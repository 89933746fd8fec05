import AssignmentTurnedInOutlinedIcon from '@material-ui/icons/AssignmentTurnedInOutlined';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import FlagOutlinedIcon from '@material-ui/icons/FlagOutlined';
import GavelOutlinedIcon from '@material-ui/icons/GavelOutlined';
import NotesIcon from '@material-ui/icons/Notes';
import RedoIcon from '@material-ui/icons/Redo';
import TimerOutlinedIcon from '@material-ui/icons/TimerOutlined';
import { makeStyles } from '@material-ui/core/styles';
import type { TestDetail, TestEvent } from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { eventText } from './eventText';
import { personName } from '../personName';
import { usePageStyles } from '../../screen/usePageStyles';
import { zonedClock } from '../../screen/zonedTime';

const useStyles = makeStyles(theme => ({
  entry: {
    display: 'grid',
    gridTemplateColumns: '72px 24px 1fr',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.75, 0),
    overflowWrap: 'anywhere',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  time: { fontVariantNumeric: 'tabular-nums' },
}));

const ICONS = {
  note: NotesIcon,
  decision: GavelOutlinedIcon,
  problem: ErrorOutlineIcon,
  inject: RedoIcon,
  time: TimerOutlinedIcon,
  step: AssignmentTurnedInOutlinedIcon,
  test: FlagOutlinedIcon,
} as const;

/** One entry of the log: when, what sort, what, who. */
export const LogEntry = (props: {
  entry: TestEvent;
  test: TestDetail;
  zone: string;
  pending?: boolean;
}) => {
  const { entry, test, zone, pending } = props;
  const classes = useStyles();
  const styles = usePageStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const Icon = ICONS[entry.kind];
  const names = entry.entityRefs.map(
    ref =>
      test.scope.find(({ entityRef }) => entityRef === ref)?.title ??
      nameOfRef(ref, 'component'),
  );
  return (
    <li className={classes.entry}>
      <time dateTime={entry.at} className={classes.time}>
        {zonedClock(entry.at, { zone, locale })}
      </time>
      <Icon
        fontSize="small"
        titleAccess={t(`testRun.event.${entry.kind}`)}
        role="img"
      />
      <span>
        {eventText(t, entry, test)}
        {names.length > 0 && ` (${names.join(', ')})`}
        <span className={styles.small}>
          {' '}
          {personName(test, entry.by)}
          {pending && ` · ${t('testRun.save.notSentMark')}`}
        </span>
      </span>
    </li>
  );
};
