import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import { testDepths, type TestDepth } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../../translation';
import { DepthIcon } from '../DepthIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(270px, 1fr))',
    gap: theme.spacing(0.5, 2),
  },
  option: {
    alignItems: 'flex-start',
    margin: 0,
    '& > :first-child': { padding: theme.spacing(0.5, 1, 0, 0) },
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontWeight: 600,
  },
  icon: { fontSize: '1.15em' },
  meaning: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** How deep a test goes, each depth with what it means. */
export const DepthField = (props: {
  depth: TestDepth;
  disabled: boolean;
  onChange: (depth: TestDepth) => void;
}) => {
  const { depth, disabled, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <RadioGroup
      className={classes.root}
      aria-label={t('testing.form.depth')}
      value={depth}
      onChange={(_, value) => onChange(value as TestDepth)}
    >
      {testDepths.map(each => (
        <FormControlLabel
          key={each}
          value={each}
          disabled={disabled}
          className={classes.option}
          control={<Radio color="primary" size="small" />}
          label={
            <>
              <span className={classes.name}>
                <DepthIcon depth={each} className={classes.icon} />
                {t(`policy.depth.${each}`)}
              </span>
              <span className={classes.meaning}>
                {t(`testing.depthMeaning.${each}`)}
              </span>
            </>
          }
        />
      ))}
    </RadioGroup>
  );
};
