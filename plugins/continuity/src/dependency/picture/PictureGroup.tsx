import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import type { PictureCluster } from 'backstage-plugin-continuity-common';

const useStyles = makeStyles(theme => ({
  root: {
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    padding: theme.spacing(0.5, 1),
    borderRadius: theme.shape.borderRadius,
    border: `1px dashed ${theme.palette.text.secondary}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    font: 'inherit',
    fontSize: '0.75rem',
    lineHeight: 1.25,
    textAlign: 'center',
    overflow: 'hidden',
    display: 'inline-flex',
    justifyContent: 'center',
    alignItems: 'center',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
}));

/** What stands behind a box and is not drawn one by one; pressing it goes there. */
export const PictureGroup = (props: {
  cluster: PictureCluster;
  /** Behind the entity in question itself: there is nowhere further to go. */
  isRoot: boolean;
  name: string;
  onOpen: (place: { entityRef: string; title: string }) => void;
}) => {
  const { cluster, isRoot, name, onOpen } = props;
  const { count, direction, through } = cluster;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const values = { count, shown: number(count), name };
  if (isRoot) {
    return (
      <div className={classes.root}>
        {t('dependency.picture.clusterDirect', values)}
      </div>
    );
  }
  const text =
    direction === 'needs'
      ? t('dependency.picture.clusterNeeds', values)
      : t('dependency.picture.clusterNeededBy', values);
  return (
    <ButtonBase
      focusRipple
      className={classes.root}
      title={t('dependency.picture.open', { name })}
      onClick={() => onOpen({ entityRef: through, title: name })}
    >
      {text}
    </ButtonBase>
  );
};
