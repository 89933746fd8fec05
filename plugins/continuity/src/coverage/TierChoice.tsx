import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Tier } from 'backstage-plugin-continuity-common';
import { useId } from 'react';
import { valueText } from '../profile/valueText';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  option: {
    alignItems: 'flex-start',
    margin: theme.spacing(0.5, 0),
    '& > :first-child': { padding: theme.spacing(0.25, 1, 0, 0) },
  },
  options: { marginTop: theme.spacing(1) },
}));

/** A tier of the policy, or that the portal's own value goes. */
export type ChosenTier = { id: string } | 'remove';

const REMOVE = '\u0000remove';

/** Which tier. */
export const TierChoice = (props: {
  tiers: Tier[];
  tier?: ChosenTier;
  onTier: (tier: ChosenTier) => void;
  /** Whether what is missing is said already. */
  showMissing: boolean;
}) => {
  const { tiers, tier, onTier, showMissing } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const tierMissing = showMissing && !tier;
  const option = (value: string, title: string, text: string) => (
    <FormControlLabel
      key={value}
      value={value}
      className={classes.option}
      control={<Radio color="primary" size="small" />}
      label={
        <>
          {title}
          <Typography variant="body2" color="textSecondary">
            {text}
          </Typography>
        </>
      }
    />
  );

  return (
      <FormControl error={tierMissing} component="fieldset">
        <FormLabel component="legend">{t('coverage.bulk.tier')}</FormLabel>
        <RadioGroup
          className={classes.options}
          name={`${id}-tier`}
          value={tier === 'remove' ? REMOVE : tier?.id ?? ''}
          onChange={(_, value) =>
            onTier(value === REMOVE ? 'remove' : { id: value })
          }
        >
          {tiers.map(each =>
            option(
              each.id,
              `${each.id} ${each.title}`,
              t('coverage.bulk.targets', {
                rto: valueText(t, 'rto', each.targets.rto),
                rpo: valueText(t, 'rpo', each.targets.rpo),
                mtpd: valueText(t, 'mtpd', each.targets.mtpd),
              }),
            ),
          )}
          {option(
            REMOVE,
            t('coverage.bulk.remove'),
            t('coverage.bulk.removeText'),
          )}
        </RadioGroup>
        {tierMissing && (
          <FormHelperText>{t('coverage.bulk.tierMissing')}</FormHelperText>
        )}
      </FormControl>
  );
};
