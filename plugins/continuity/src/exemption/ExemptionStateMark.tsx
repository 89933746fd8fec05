import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import HistoryIcon from '@material-ui/icons/History';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import UndoIcon from '@material-ui/icons/Undo';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { ExemptionSummary } from 'backstage-plugin-continuity-common';
import { PICTURE_CONTRAST, legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { StatusShape } from '../status/StatusShape';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontWeight: 600,
  },
}));

const SHAPES = {
  asked: HourglassEmptyIcon,
  approved: CheckIcon,
  refused: BlockIcon,
  ended: HistoryIcon,
  withdrawn: UndoIcon,
} as const;

/** How far an exemption is: a shape and the word. One that holds has the shape of the status. */
export const ExemptionStateMark = (props: {
  exemption: Pick<ExemptionSummary, 'state' | 'inForce'>;
}) => {
  const { state, inForce } = props.exemption;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const ground = theme.palette.background.paper;
  const Shape = SHAPES[state];
  if (inForce) {
    const colour = legibleColour({
      colour: statusColour(theme, 'exempt'),
      background: ground,
      contrast: PICTURE_CONTRAST,
    });
    return (
      <span className={classes.root}>
        <span style={{ color: colour, display: 'inline-flex' }}>
          <StatusShape status="exempt" ground={ground} size={17} />
        </span>
        {t('exemption.state.inForce')}
      </span>
    );
  }
  return (
    <span className={classes.root}>
      <Shape aria-hidden style={{ fontSize: 17 }} />
      {t(`exemption.state.${state}`)}
    </span>
  );
};
