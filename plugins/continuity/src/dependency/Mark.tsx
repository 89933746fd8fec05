import type { ReactNode } from 'react';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import LinkOffIcon from '@material-ui/icons/LinkOff';
import LoopIcon from '@material-ui/icons/Loop';
import LockOutlinedIcon from '@material-ui/icons/LockOutlined';
import MoreHorizIcon from '@material-ui/icons/MoreHoriz';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import SettingsEthernetIcon from '@material-ui/icons/SettingsEthernet';
import { legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';

const SHAPES = {
  conflict: ReportProblemOutlinedIcon,
  unclassified: HelpOutlineIcon,
  unresolved: LinkOffIcon,
  cycle: LoopIcon,
  soft: MoreHorizIcon,
  locked: LockOutlinedIcon,
  api: SettingsEthernetIcon,
} as const;

/** More than AA asks for, since striped and hovered rows are a little darker than the card (lighter in the dark). */
const CONTRAST = 5.4;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    fontSize: '0.8125rem',
    lineHeight: 1.4,
    overflowWrap: 'anywhere',
  },
  shape: { fontSize: '1rem', flex: 'none', marginTop: 1 },
  strong: { fontWeight: 600 },
}));

/** Something to be known about a dependency: a shape, always with words. */
export const Mark = (props: {
  kind: keyof typeof SHAPES;
  explanation?: string;
  children: ReactNode;
}) => {
  const { kind, explanation, children } = props;
  const classes = useStyles();
  const theme = useTheme();
  const Shape = SHAPES[kind];
  const loud = kind === 'conflict' || kind === 'unresolved';
  const colour = loud
    ? legibleColour({
        colour: statusColour(
          theme,
          kind === 'conflict' ? 'exposed' : 'at-risk',
        ),
        background: theme.palette.background.paper,
        contrast: CONTRAST,
      })
    : theme.palette.text.secondary;
  const mark = (
    <span
      className={
        kind === 'conflict' ? `${classes.root} ${classes.strong}` : classes.root
      }
      data-mark={kind}
      style={{ color: colour }}
    >
      <Shape className={classes.shape} aria-hidden />
      <span>{children}</span>
    </span>
  );
  return explanation ? (
    <Tooltip title={explanation} aria-label={undefined}>
      {mark}
    </Tooltip>
  ) : (
    mark
  );
};
