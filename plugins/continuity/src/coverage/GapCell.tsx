import TableCell from '@material-ui/core/TableCell';
import Typography from '@material-ui/core/Typography';
import type { CoverageItem } from 'backstage-plugin-continuity-common';
import { gapName } from '../policy/gapName';
import { useTranslation } from '../translation';
import { DueText } from './DueText';
import { mostUrgentGap } from './gapOrder';
import { useCellStyles } from './useCellStyles';

/** The most urgent gap of a service with its due date, and how many there are besides. */
export const GapCell = (props: { item: CoverageItem; timeZone?: string }) => {
  const { item, timeZone } = props;
  const classes = useCellStyles();
  const { t } = useTranslation();
  const gap = mostUrgentGap(item.gaps);
  if (!gap) {
    return (
      <TableCell className={classes.unset}>
        {t('coverage.table.noGaps')}
      </TableCell>
    );
  }
  const others =
    item.gaps.filter(other => other.severity !== 'information').length - 1;
  return (
    <TableCell className={classes.gap}>
      {gapName(t, gap.code)}
      {others > 0 && (
        <Typography variant="caption" color="textSecondary">
          {' '}
          {t('coverage.table.moreGaps', { more: String(others) })}
        </Typography>
      )}
      <Typography variant="caption" className={classes.caption}>
        <span className={classes.due}>
          <DueText gap={gap} timeZone={timeZone} />
        </span>
      </Typography>
    </TableCell>
  );
};
