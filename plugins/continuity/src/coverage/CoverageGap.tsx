import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import type { Gap } from 'backstage-plugin-continuity-common';
import { gapText } from '../assessment/gapText';
import { useNames } from '../catalog/Names';
import { withNames } from '../catalog/withNames';
import { PICTURE_CONTRAST, legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { StatusShape } from '../status/StatusShape';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { DueText } from './DueText';

const useStyles = makeStyles(theme => ({
  gap: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
  },
  icon: { display: 'inline-flex', marginTop: 2 },
  quiet: { color: theme.palette.text.secondary },
}));

/** A gap as a sentence, with its severity and due date. */
export const CoverageGap = (props: { gap: Gap; timeZone?: string }) => {
  const { gap, timeZone } = props;
  const locale = useLocale();
  const names = useNames();
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const ground = theme.palette.background.paper;
  const status = gap.severity === 'critical' ? 'exposed' : 'at-risk';
  const shown = gap.exemption ? 'exempt' : status;
  const information = gap.severity === 'information';
  return (
    <li className={classes.gap}>
      <span
        className={classes.icon}
        role="img"
        aria-label={t(`policy.severities.${gap.severity}`)}
        style={{
          color: information
            ? theme.palette.text.secondary
            : legibleColour({
                colour: statusColour(theme, shown),
                background: ground,
                contrast: PICTURE_CONTRAST,
              }),
        }}
      >
        {information ? (
          <InfoIcon style={{ fontSize: 16 }} />
        ) : (
          <StatusShape status={shown} ground={ground} size={16} />
        )}
      </span>
      <Typography
        variant="body2"
        className={information || gap.exemption ? classes.quiet : undefined}
      >
        {withNames(gapText(t, gap, { locale }).message, names)}{' '}
        {!information && (
          <span className={classes.quiet}>
            <DueText gap={gap} timeZone={timeZone} />
          </span>
        )}
      </Typography>
    </li>
  );
};
