import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { ConcentrationList } from 'backstage-plugin-continuity-common';
import { useFormats } from '../../screen/useFormats';
import { PICTURE_CONTRAST, legibleColour } from '../../status/legibleColour';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(60px, 1fr) auto',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  row: { display: 'contents' },
  track: {
    height: 8,
    borderRadius: 4,
    background: theme.palette.action.hover,
    overflow: 'hidden',
  },
  text: { fontSize: '0.8125rem', whiteSpace: 'nowrap' },
}));

/** By tier, how many of all can't be recovered without something: a bar, and the number in words. */
export const TierShares = (props: {
  tiers: ConcentrationList['tiers'];
  counts: Record<string, number>;
  totals: Record<string, number>;
  total: number;
}) => {
  const { tiers, counts, totals, total } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const { number } = useFormats();
  const colour = legibleColour({
    colour: theme.palette.primary.main,
    background: theme.palette.background.paper,
    contrast: PICTURE_CONTRAST,
  });
  const present = tiers.filter(({ id }) => (counts[id] ?? 0) > 0);
  if (present.length === 0) {
    return (
      <>
        {t('dependency.overview.concentration.total', {
          count: total,
          shown: number(total),
        })}
      </>
    );
  }
  return (
    <ul className={classes.root}>
      {present.map(({ id, rank }) => {
        const count = counts[id];
        const all = Math.max(totals[id] ?? count, count);
        return (
          <li key={id} className={classes.row}>
            <div className={classes.track} aria-hidden>
              <div
                style={{
                  width: `${(100 * count) / all}%`,
                  minWidth: 3,
                  height: '100%',
                  background: colour,
                  opacity: rank === 0 ? 1 : 0.65,
                }}
              />
            </div>
            <span className={classes.text}>
              {t('dependency.overview.concentration.ofTier', {
                part: number(count),
                total: number(all),
                tier: id,
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
