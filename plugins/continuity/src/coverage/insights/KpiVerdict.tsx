import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { ContinuityStatus, Kpi } from 'backstage-plugin-continuity-common';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { StatusShape } from '../../status/StatusShape';
import { useTranslation } from '../../translation';
import { kpiVerdict } from './kpiValueText';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontWeight: 600,
  },
}));

const shapes: Record<ReturnType<typeof kpiVerdict>, ContinuityStatus> = {
  reached: 'met',
  missed: 'exposed',
  open: 'unassessed',
};

/** Whether a figure reaches its target: a shape and the word. */
export const KpiVerdict = ({ kpi }: { kpi: Kpi }) => {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const verdict = kpiVerdict(kpi);
  const background = theme.palette.background.paper;
  const colour = legibleColour({
    colour: statusColour(theme, shapes[verdict]),
    background,
  });
  return (
    <span className={classes.root} style={{ color: colour }}>
      <StatusShape status={shapes[verdict]} ground={background} size={14} />
      {t(`insights.verdict.${verdict}`)}
    </span>
  );
};
