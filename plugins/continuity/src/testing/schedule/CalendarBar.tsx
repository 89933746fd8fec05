import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { scheduleSpans, type ScheduleSpan } from './scheduleSearch';
import { spanTitle, turnSpan } from './scheduleWindow';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
  title: { flex: 1, minWidth: 150, fontWeight: 700 },
  toggle: {
    textTransform: 'none',
    padding: theme.spacing(0.25, 1.25),
    color: theme.palette.text.primary,
    '&[aria-pressed="true"]': {
      color: theme.palette.text.primary,
      fontWeight: 700,
    },
  },
}));

/** What the calendar shows, and the way to other days. */
export const CalendarBar = (props: {
  span: ScheduleSpan;
  day: string;
  today: string;
  onChange: (patch: { span?: ScheduleSpan; date?: string }) => void;
}) => {
  const { span, day, today, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className={classes.root}>
      <IconButton
        size="small"
        aria-label={t(`testing.schedule.previous.${span}`)}
        onClick={() => onChange({ date: turnSpan(span, day, -1) })}
      >
        <ChevronLeftIcon />
      </IconButton>
      <Button size="small" onClick={() => onChange({ date: undefined })}>
        {t('testing.schedule.today')}
      </Button>
      <IconButton
        size="small"
        aria-label={t(`testing.schedule.next.${span}`)}
        onClick={() => onChange({ date: turnSpan(span, day, 1) })}
      >
        <ChevronRightIcon />
      </IconButton>
      <Typography component="h3" className={classes.title} aria-live="polite">
        {spanTitle(span, day, locale)}
      </Typography>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={span}
        aria-label={t('testing.schedule.spanLabel')}
        onChange={(_, next: ScheduleSpan | null) => {
          if (next)
            onChange({ span: next, date: day === today ? undefined : day });
        }}
      >
        {scheduleSpans.map(each => (
          <ToggleButton key={each} value={each} className={classes.toggle}>
            {t(`testing.schedule.span.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
};
