import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import DoneIcon from '@material-ui/icons/Done';
import PlayCircleFilledIcon from '@material-ui/icons/PlayCircleFilled';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import ThumbUpOutlinedIcon from '@material-ui/icons/ThumbUpOutlined';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  ContinuityStatus,
  FindingSeverity,
  FindingState,
  FindingSummary,
} from 'backstage-plugin-continuity-common';
import { formatDay } from '../../status/formatDay';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { StatusShape } from '../../status/StatusShape';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontWeight: 600,
  },
  due: {
    alignItems: 'flex-start',
    whiteSpace: 'normal',
    '& svg': { flex: 'none', marginTop: 2 },
  },
}));

const SEVERITIES: Record<FindingSeverity, ContinuityStatus> = {
  high: 'exposed',
  medium: 'at-risk',
  low: 'not-required',
};

const STATES = {
  open: RadioButtonUncheckedIcon,
  'in-progress': PlayCircleFilledIcon,
  resolved: DoneIcon,
  verified: CheckCircleIcon,
  accepted: ThumbUpOutlinedIcon,
} as const;

function useColour(status: ContinuityStatus): string {
  const theme = useTheme();
  return legibleColour({
    colour: statusColour(theme, status),
    background: theme.palette.background.paper,
    // striped rows are a little darker than the page
    contrast: 5.2,
  });
}

/** How bad a finding is: a shape and the word. */
export const FindingSeverityMark = (props: { severity: FindingSeverity }) => {
  const { severity } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const status = SEVERITIES[severity];
  const colour = useColour(status);
  return (
    <span className={classes.root} style={{ color: colour }}>
      <StatusShape
        status={status}
        ground={theme.palette.background.paper}
        size={16}
      />
      {t(`finding.severity.${severity}`)}
    </span>
  );
};

/** How far a finding is: a shape and the word. */
export const FindingStateMark = (props: { state: FindingState }) => {
  const { state } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const Shape = STATES[state];
  return (
    <span className={classes.root}>
      <Shape aria-hidden style={{ fontSize: 17 }} />
      {t(`finding.state.${state}`)}
    </span>
  );
};

/** The last day on which a finding is in time, or that it is overdue. */
export const FindingDue = (props: {
  finding: Pick<FindingSummary, 'dueOn' | 'overdue'>;
}) => {
  const { dueOn, overdue } = props.finding;
  const classes = useStyles();
  const theme = useTheme();
  const locale = useLocale();
  const { t } = useTranslation();
  const colour = useColour('exposed');
  // a day is a day in every zone
  const day = formatDay(dueOn, { locale });
  if (!overdue) return <span>{t('finding.due', { day })}</span>;
  return (
    <span
      className={`${classes.root} ${classes.due}`}
      style={{ color: colour }}
    >
      <StatusShape
        status="exposed"
        ground={theme.palette.background.paper}
        size={14}
      />
      {t('finding.overdue', { day })}
    </span>
  );
};
