import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { ContinuityStatus } from 'backstage-plugin-continuity-common';
import { legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { StatusShape } from '../status/StatusShape';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontWeight: 600,
    '& svg': { flex: 'none' },
  },
  large: { fontSize: '1.5rem', fontWeight: 700, gap: theme.spacing(1) },
}));

/** A word with the shape and colour of the status that it comes near to. */
export const ShapedWord = (props: {
  status: ContinuityStatus;
  word: string;
  large?: boolean;
}) => {
  const { status, word, large = false } = props;
  const classes = useStyles();
  const theme = useTheme();
  const ground = theme.palette.background.paper;
  const colour = legibleColour({
    colour: statusColour(theme, status),
    background: ground,
    // striped and hovered rows are a little darker than the page
    contrast: 5.2,
  });
  return (
    <span
      className={`${classes.root} ${large ? classes.large : ''}`}
      style={{ color: colour }}
    >
      <StatusShape status={status} ground={ground} size={large ? 26 : 16} />
      {word}
    </span>
  );
};
