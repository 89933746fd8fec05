import { Link } from '@backstage/core-components';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { planAddress } from '../../plan/planAddress';
import { usePlansAddress } from '../../plan/usePlansAddress';
import { useTranslation } from '../../translation';
import type { DraftPlan } from './testDraft';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  quiet: { color: theme.palette.text.secondary },
}));

const same = (a: DraftPlan, b: DraftPlan) =>
  a.planId === b.planId && a.version === b.version;

/** Which plan versions are under test: those in force for the entities, and those that were chosen before. */
export const PlansField = (props: {
  chosen: readonly DraftPlan[];
  suggestions: readonly DraftPlan[];
  loading: boolean;
  onChange: (plans: DraftPlan[]) => void;
}) => {
  const { chosen, suggestions, loading, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const plansAddress = usePlansAddress();
  const older = chosen.filter(
    plan => !suggestions.some(each => same(each, plan)),
  );
  const all = [...suggestions, ...older];
  if (all.length === 0) {
    return (
      <Typography variant="body2" className={classes.quiet}>
        {t(loading ? 'testing.form.plansLooking' : 'testing.form.plansNone')}
      </Typography>
    );
  }
  return (
    <ul className={classes.list} aria-label={t('testing.form.plans')}>
      {all.map(plan => {
        const label = t('testing.form.planVersion', {
          title: plan.title,
          version: plan.version,
        });
        return (
          <li key={`${plan.planId} ${plan.version}`}>
            <FormControlLabel
              control={
                <Checkbox
                  color="primary"
                  size="small"
                  checked={chosen.some(each => same(each, plan))}
                  onChange={(_, on) =>
                    onChange(
                      on
                        ? [...chosen, plan]
                        : chosen.filter(each => !same(each, plan)),
                    )
                  }
                />
              }
              label={label}
            />
            {older.includes(plan) && ` ${t('testing.form.planNotInForce')}`}
            {plansAddress && (
              <Link
                to={planAddress(plansAddress, plan.planId, {
                  version: plan.version,
                })}
                target="_blank"
              >
                {t('testing.form.planOpen')}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
};
