import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import type { CalendarFeedCreated } from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { useTranslation } from '../../translation';
import { CreatedFeed } from './CreatedFeed';
import { FeedForm } from './FeedForm';
import { FeedList } from './FeedList';

/** Subscribes a calendar to tests: makes addresses, shows each once, and revokes them. */
export const SubscribeDialog = (props: {
  /** An entity that the reader comes from. */
  entityRef?: string;
  onClose: () => void;
}) => {
  const { entityRef, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const titleId = useId();
  const feeds = useAsyncRetry(() => api.tests.listFeeds(), [api]);
  const [created, setCreated] = useState<CalendarFeedCreated>();
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={titleId}>{t('testing.feed.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{t('testing.feed.text')}</DialogContentText>
        {created ? (
          <CreatedFeed feed={created} onAnother={() => setCreated(undefined)} />
        ) : (
          <FeedForm
            entityRef={entityRef}
            onCreated={feed => {
              setCreated(feed);
              feeds.retry();
            }}
          />
        )}
        {feeds.loading && !feeds.value && <Progress />}
        {feeds.error && (
          <Alert
            severity="error"
            action={
              <Button color="inherit" size="small" onClick={feeds.retry}>
                {t('testing.retry')}
              </Button>
            }
          >
            {t('testing.feed.loadFailed', {
              message: errorMessage(feeds.error),
            })}
          </Alert>
        )}
        {feeds.value && (
          <FeedList feeds={feeds.value.items} onRevoked={feeds.retry} />
        )}
      </DialogContent>
      <DialogActions>
        <Button color="primary" onClick={onClose}>
          {t('testing.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
