import Tooltip from '@material-ui/core/Tooltip';
import { alpha, makeStyles, useTheme } from '@material-ui/core/styles';
import type { ContinuityStatus } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { decidingGap, type ChipGap } from './decidingGap';
import { formatDay, formatDueDay } from './formatDay';
import { PICTURE_CONTRAST, legibleColour } from './legibleColour';
import { requirementName } from './requirementName';
import { StatusShape } from './StatusShape';
import { statusColour } from './statusColour';
import { statusKey } from './statusKey';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minHeight: 28,
    padding: theme.spacing(0.25, 1.25, 0.25, 0.75),
    borderRadius: 14,
    border: '1px solid',
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.3,
    color: theme.palette.text.primary,
    maxWidth: '100%',
  },
  word: { fontWeight: 600 },
  dense: { display: 'inline-flex', verticalAlign: 'middle', borderRadius: 4 },
}));

/** @public */
export interface ContinuityStatusChipProps {
  status: ContinuityStatus;
  /** The entity's gaps; with them the chip says what is due when, and until when it is exempt. */
  gaps?: readonly ChipGap[];
  /** The policy's time zone, in which days end; UTC if absent. */
  timeZone?: string;
  /** Only the shape, for dense tables; it has a label for screen readers. */
  dense?: boolean;
}

/**
 * A continuity status: the same sign, word and colour everywhere.
 *
 * @public
 */
export const ContinuityStatusChip = (props: ContinuityStatusChipProps) => {
  const { status, dense } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const { word, detail } = useChipTexts(props);

  const background = theme.palette.background.paper;
  const colour = legibleColour({
    colour: statusColour(theme, status),
    background,
    contrast: PICTURE_CONTRAST,
  });
  const label = detail ? `${word} · ${detail}` : word;
  const shape = (
    <span style={{ color: colour, display: 'inline-flex' }}>
      <StatusShape status={status} ground={background} />
    </span>
  );

  if (dense) {
    return (
      <Tooltip title={label} aria-label={undefined}>
        <span role="img" aria-label={label} className={classes.dense}>
          {shape}
        </span>
      </Tooltip>
    );
  }
  const tinted =
    status === 'met' || status === 'at-risk' || status === 'exposed';
  return (
    <Tooltip title={t(`status.meaning.${statusKey(status)}`)}>
      <span
        className={classes.root}
        data-status={status}
        style={{
          borderColor: colour,
          borderStyle: status === 'unassessed' ? 'dashed' : 'solid',
          backgroundColor: tinted ? alpha(colour, 0.1) : 'transparent',
        }}
      >
        {shape}
        <span>
          <span className={classes.word}>{word}</span>
          {detail && ` · ${detail}`}
        </span>
      </span>
    </Tooltip>
  );
};

function useChipTexts(props: ContinuityStatusChipProps) {
  const { status, gaps = [], timeZone } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const days = { locale, timeZone };

  if (status === 'exempt') {
    const until = gaps
      .flatMap(gap => gap.exemption?.until ?? [])
      .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
    const word = until
      ? t('status.exemptUntil', { date: formatDueDay(until, days) })
      : t('status.exempt');
    return { word, detail: undefined };
  }
  const word = t(`status.${statusKey(status)}`);
  const gap = decidingGap(status, gaps);
  if (!gap) return { word, detail: undefined };
  const requirement = requirementName(t, gap.requirement);
  const detail = gap.late
    ? t('status.detail.late', { requirement, date: formatDay(gap.dueBy, days) })
    : t('status.detail.due', {
        requirement,
        date: formatDueDay(gap.dueBy, days),
      });
  return { word, detail };
}
