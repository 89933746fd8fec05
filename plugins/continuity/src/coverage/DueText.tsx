import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { Gap } from 'backstage-plugin-continuity-common';
import { formatDay, formatDueDay } from '../status/formatDay';
import { legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';

const useStyles = makeStyles({ late: { fontWeight: 600 } });

/** When a gap is or was due: "due 30 Jun", "late since 2 Nov". */
export const DueText = (props: {
  gap: Pick<Gap, 'dueBy' | 'late' | 'exemption'>;
  timeZone?: string;
}) => {
  const { gap, timeZone } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const days = { locale: useLocale(), timeZone };
  if (gap.exemption) {
    return (
      <span>
        {t('coverage.table.exempt', {
          date: formatDueDay(gap.exemption.until, days),
        })}
      </span>
    );
  }
  if (!gap.late) {
    return (
      <span>
        {t('coverage.table.due', { date: formatDueDay(gap.dueBy, days) })}
      </span>
    );
  }
  const colour = legibleColour({
    colour: statusColour(theme, 'exposed'),
    background: theme.palette.background.paper,
    // Rows are striped, and change under the pointer.
    contrast: 6,
  });
  return (
    <span className={classes.late} style={{ color: colour }}>
      {t('coverage.table.late', { date: formatDay(gap.dueBy, days) })}
    </span>
  );
};
