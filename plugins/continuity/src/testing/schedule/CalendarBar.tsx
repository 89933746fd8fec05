import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { makeStyles } from '@material-ui/core/styles';
import { ViewToggle } from '../../screen/ViewToggle';
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
      <ViewToggle
        label={t('testing.schedule.spanLabel')}
        value={span}
        views={scheduleSpans}
        nameOf={each => t(`testing.schedule.span.${each}`)}
        onChange={next =>
          onChange({ span: next, date: day === today ? undefined : day })
        }
      />
    </div>
  );
};
