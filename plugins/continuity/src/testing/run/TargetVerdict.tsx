import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  describeDuration,
  type AgainstTarget,
} from 'backstage-plugin-continuity-common';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { StatusShape } from '../../status/StatusShape';
import { useTranslation } from '../../translation';

const SHAPES = {
  met: 'met',
  missed: 'exposed',
  'not-assessed': 'not-required',
} as const;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontWeight: 600,
  },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
}));

/** A measured value against its target: the value, a shape and the word. */
export const TargetVerdict = (props: {
  /** Null: nothing was measured. */
  seconds: number | null;
  against: AgainstTarget;
}) => {
  const { seconds, against } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  if (seconds === null) return <span>–</span>;
  const ground = theme.palette.background.paper;
  const colour = legibleColour({
    colour: statusColour(theme, SHAPES[against]),
    background: ground,
    contrast: 5.2,
  });
  return (
    <span>
      <span className={classes.number}>{describeDuration(seconds)}</span>{' '}
      <span className={classes.root} style={{ color: colour }}>
        <StatusShape status={SHAPES[against]} ground={ground} size={14} />
        {t(`testRun.against.${against}`)}
      </span>
    </span>
  );
};
