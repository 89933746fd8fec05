import { makeStyles } from '@material-ui/core/styles';
import type { TestDepth } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { DepthIcon } from './DepthIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    verticalAlign: 'bottom',
  },
  icon: { fontSize: '1.15em' },
}));

/** A depth with its icon; what it means shows on hover. */
export const DepthName = (props: { depth: TestDepth }) => {
  const { depth } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <span className={classes.root} title={t(`testing.depthMeaning.${depth}`)}>
      <DepthIcon depth={depth} className={classes.icon} />
      {t(`policy.depth.${depth}`)}
    </span>
  );
};
