import ButtonBase from '@material-ui/core/ButtonBase';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  metShare,
  type ContinuityStatus,
  type StatusCounts,
} from 'backstage-plugin-continuity-common';
import { useFormats } from '../screen/useFormats';
import { Explained } from '../record/Explained';
import { PICTURE_CONTRAST, legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { statusKey } from '../status/statusKey';
import { StatusShape } from '../status/StatusShape';
import { useTranslation } from '../translation';
import { countedStatuses, statusesApart } from './statusOrder';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(150px, 230px) 1fr',
    alignItems: 'center',
    gap: theme.spacing(0, 3),
    padding: theme.spacing(1, 0),
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr' },
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  share: {
    whiteSpace: 'nowrap',
    borderBottom: `1px dotted ${theme.palette.text.secondary}`,
  },
  bar: {
    display: 'flex',
    gap: 2,
    height: 12,
    borderRadius: 6,
    overflow: 'hidden',
  },
  segment: { minWidth: 4, cursor: 'pointer', transition: 'opacity 150ms' },
  faded: { opacity: 0.25 },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1),
    marginTop: theme.spacing(0.5),
    marginLeft: theme.spacing(-0.75),
  },
  entry: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minHeight: 24,
    padding: theme.spacing(0.25, 0.75),
    borderRadius: 12,
    fontSize: theme.typography.body2.fontSize,
    fontFamily: theme.typography.fontFamily,
    '&:hover, &:focus-visible': { background: theme.palette.action.hover },
  },
  chosen: {
    fontWeight: 700,
    background: theme.palette.action.selected,
  },
  late: { marginLeft: 'auto', fontWeight: 600 },
  apart: {
    marginLeft: theme.spacing(1),
    color: theme.palette.text.secondary,
    fontSize: theme.typography.body2.fontSize,
    fontFamily: theme.typography.fontFamily,
  },
}));

/** One tier: how many services stand where, in a bar and in words. */
export const TierBar = (props: {
  id: string | null;
  name: string;
  counts: StatusCounts;
  /** How many have a gap that is late. */
  late: number;
  /** Undefined where nothing is filtered by. */
  isChosen: (status: ContinuityStatus) => boolean | undefined;
  onChoose: (status: ContinuityStatus) => void;
  onChooseLate: () => void;
}) => {
  const { id, name, counts, late, isChosen, onChoose, onChooseLate } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const { number, share } = useFormats();
  const present = (statuses: readonly ContinuityStatus[]) =>
    statuses.filter(status => (counts[status] ?? 0) > 0);
  const total = present([...countedStatuses, ...statusesApart]).reduce(
    (sum, status) => sum + (counts[status] ?? 0),
    0,
  );
  const met = metShare(counts);
  const ground = theme.palette.background.paper;
  const colourOf = (status: ContinuityStatus) =>
    legibleColour({
      colour: statusColour(theme, status),
      background: ground,
      contrast: PICTURE_CONTRAST,
    });

  const segment = (status: ContinuityStatus) => {
    const colour = colourOf(status);
    const hatched =
      status === 'unassessed' ||
      status === 'not-required' ||
      status === 'exempt';
    return (
      // The words below do the same for keyboards and screen readers.
      // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
      <div
        key={status}
        data-status={status}
        onClick={() => onChoose(status)}
        className={
          isChosen(status) === false
            ? `${classes.segment} ${classes.faded}`
            : classes.segment
        }
        style={{
          flexGrow: counts[status] ?? 0,
          flexBasis: 0,
          background: hatched
            ? `repeating-linear-gradient(135deg, ${colour} 0 2px, transparent 2px 6px)`
            : colour,
          boxShadow: hatched ? `inset 0 0 0 1px ${colour}` : undefined,
        }}
      />
    );
  };
  const entry = (status: ContinuityStatus) => (
    <ButtonBase
      key={status}
      focusRipple
      className={
        isChosen(status) ? `${classes.entry} ${classes.chosen}` : classes.entry
      }
      aria-pressed={isChosen(status) ?? false}
      aria-label={t('coverage.bars.filterBy', {
        status: t(`status.${statusKey(status)}`),
        tier: name,
        shown: number(counts[status] ?? 0),
      })}
      onClick={() => onChoose(status)}
    >
      <span style={{ color: colourOf(status), display: 'inline-flex' }}>
        <StatusShape status={status} ground={ground} size={14} />
      </span>
      <span>
        <strong>{number(counts[status] ?? 0)}</strong>{' '}
        {t(`status.${statusKey(status)}`)}
      </span>
    </ButtonBase>
  );

  const counted = present(countedStatuses);
  const apart = present(statusesApart);
  return (
    <div className={classes.root} role="group" aria-label={name}>
      <div>
        <Typography variant="body2" className={classes.name}>
          {name}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {id !== null && id !== name && `${id} · `}
          {t('coverage.bars.services', { count: total, shown: number(total) })}
          {met !== null && id !== null && (
            <>
              {' · '}
              <Explained explanation={t('coverage.bars.shareMeaning')}>
                {t('coverage.bars.share', { percent: share(met) })}
              </Explained>
            </>
          )}
        </Typography>
      </div>
      <div>
        <div className={classes.bar} aria-hidden>
          {[...counted, ...apart].map(segment)}
        </div>
        <div className={classes.legend}>
          {counted.map(entry)}
          {apart.length > 0 && counted.length > 0 && (
            <span className={classes.apart}>{t('coverage.bars.apart')}</span>
          )}
          {apart.map(entry)}
          {late > 0 && (
            <ButtonBase
              focusRipple
              className={`${classes.entry} ${classes.late}`}
              style={{
                color: legibleColour({
                  colour: statusColour(theme, 'exposed'),
                  background: ground,
                }),
              }}
              aria-label={t('coverage.bars.filterByLate', {
                tier: name,
                late: t('coverage.lateCount', {
                  count: late,
                  shown: number(late),
                }),
              })}
              onClick={onChooseLate}
            >
              {t('coverage.lateCount', { count: late, shown: number(late) })}
            </ButtonBase>
          )}
        </div>
      </div>
    </div>
  );
};
