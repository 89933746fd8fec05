import { useTheme } from '@material-ui/core/styles';
import AssignmentTurnedInIcon from '@material-ui/icons/AssignmentTurnedInOutlined';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import type { MineItem } from 'backstage-plugin-continuity-common';
import { legibleColour, PICTURE_CONTRAST } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { StatusShape } from '../status/StatusShape';
import { useTranslation } from '../translation';

/** How bad it is that an item waits, as the shapes of the statuses that it leads to; a decision has a sign of its own. */
export const MineSign = ({ item }: { item: MineItem }) => {
  const { severity } = item;
  const theme = useTheme();
  const { t } = useTranslation();
  const ground = theme.palette.background.paper;
  if (severity === null) {
    return (
      <AssignmentTurnedInIcon
        titleAccess={t('mine.sign.decision')}
        fontSize="small"
        color="action"
      />
    );
  }
  if (severity === 'information') {
    return (
      <RadioButtonUncheckedIcon
        titleAccess={t('mine.sign.open')}
        fontSize="small"
        color="action"
      />
    );
  }
  const status = severity === 'critical' ? 'exposed' : 'at-risk';
  const colour = legibleColour({
    colour: statusColour(theme, status),
    background: ground,
    contrast: PICTURE_CONTRAST,
  });
  return (
    <span
      role="img"
      aria-label={t(`assessment.gaps.${severity}`)}
      style={{ color: colour }}
    >
      <StatusShape status={status} ground={ground} />
    </span>
  );
};
