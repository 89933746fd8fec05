import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { DependencyProblem } from '../DependencyProblem';
import { layOutPicture } from './layOutPicture';
import { PictureCanvas } from './PictureCanvas';

/** As many as one answer holds; the picture shows some of them, and counts the rest. */
const ITEMS = 500;

const useStyles = makeStyles(theme => ({
  paper: { height: 'calc(100% - 64px)' },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    paddingTop: 0,
    minHeight: 320,
  },
  loading: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
  },
}));

interface Place {
  entityRef: string;
  title: string;
}

/** The neighbourhood of an entity as a picture. From a group one goes on to its own neighbourhood, and back again. */
export const DependencyPicture = (props: {
  entityRef: string;
  title: string;
  onClose: () => void;
}) => {
  const { entityRef, title, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const api = useApi(continuityApiRef);
  const titleId = useId();
  const [way, setWay] = useState<Place[]>([{ entityRef, title }]);
  const here = way[way.length - 1];
  const before = way[way.length - 2];
  const picture = useAsyncRetry(async () => {
    const answer = await api.getDependencies(here.entityRef, { limit: ITEMS });
    return { here, answer, ...(await layOutPicture(answer)) };
  }, [api, here.entityRef]);
  const drawn =
    picture.value?.here.entityRef === here.entityRef
      ? picture.value
      : undefined;

  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth="xl"
      fullWidth
      classes={{ paper: classes.paper }}
    >
      <DialogTitle id={titleId}>
        {t('dependency.picture.title', { name: here.title })}
      </DialogTitle>
      <DialogContent className={classes.content}>
        <Typography variant="body2" color="textSecondary">
          {t('dependency.picture.hint')} {t('dependency.picture.legend')}{' '}
          {drawn &&
            drawn.plan.nodes.length < drawn.plan.total &&
            t('dependency.picture.left', {
              shown: number(drawn.plan.nodes.length),
              total: number(drawn.plan.total),
            })}
        </Typography>
        {picture.error && (
          <DependencyProblem error={picture.error} onRetry={picture.retry} />
        )}
        {!drawn && !picture.error && (
          <div className={classes.loading} role="status">
            <CircularProgress size={20} aria-hidden />
            {t('dependency.picture.loading')}
          </div>
        )}
        {drawn && !picture.error && (
          <PictureCanvas
            key={here.entityRef}
            name={here.title}
            root={here.entityRef}
            plan={drawn.plan}
            layout={drawn.layout}
            onOpen={place => setWay(last => [...last, place])}
          />
        )}
      </DialogContent>
      <DialogActions>
        {before && (
          <Button onClick={() => setWay(last => last.slice(0, -1))}>
            {t('dependency.picture.back', { name: before.title })}
          </Button>
        )}
        <Button color="primary" variant="contained" onClick={onClose}>
          {t('dependency.picture.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
