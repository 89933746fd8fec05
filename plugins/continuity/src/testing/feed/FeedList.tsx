import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type { CalendarFeed } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { Moment } from '../../record/Moment';
import { formatDay } from '../../status/formatDay';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { feedScopeText } from './feedScope';

const useStyles = makeStyles(theme => ({
  heading: { fontWeight: 700, marginTop: theme.spacing(2) },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  text: { flex: 1, minWidth: 200, overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/** The reader's own feeds, each to be revoked. */
export const FeedList = (props: {
  feeds: readonly CalendarFeed[];
  onRevoked: () => void;
}) => {
  const { feeds, onRevoked } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const locale = useLocale();
  /** The one whose revocation is to be confirmed. */
  const [asking, setAsking] = useState<string>();
  const [error, setError] = useState<string>();

  const revoke = async (id: string) => {
    setError(undefined);
    try {
      await api.tests.revokeFeed(id);
      setAsking(undefined);
      onRevoked();
    } catch (e) {
      setError(t('testing.failed', { message: errorMessage(e) }));
    }
  };

  return (
    <>
      <Typography component="h3" className={classes.heading}>
        {t('testing.feed.yours')}
      </Typography>
      {feeds.length === 0 && (
        <Typography variant="body2">{t('testing.feed.none')}</Typography>
      )}
      <ul className={classes.list} aria-label={t('testing.feed.yours')}>
        {feeds.map(feed => {
          const name = feed.name || feedScopeText(t, feed.scope);
          return (
            <li key={feed.id} className={classes.item}>
              <div className={classes.text}>
                <Typography variant="body2" component="div">
                  {name}
                </Typography>
                <div className={classes.quiet}>
                  {feed.name && `${feedScopeText(t, feed.scope)} · `}
                  {t(
                    feed.expired ? 'testing.feed.ended' : 'testing.feed.until',
                    {
                      date: formatDay(feed.expiresAt, { locale }),
                    },
                  )}
                  {' · '}
                  {feed.lastReadAt ? (
                    <>
                      {t('testing.feed.lastRead')}{' '}
                      <Moment at={feed.lastReadAt} />
                    </>
                  ) : (
                    t('testing.feed.neverRead')
                  )}
                </div>
              </div>
              {asking === feed.id ? (
                <div role="alertdialog" aria-label={t('testing.feed.confirm')}>
                  <Typography variant="body2" component="span">
                    {t('testing.feed.confirm')}
                  </Typography>{' '}
                  <Button size="small" onClick={() => setAsking(undefined)}>
                    {t('testing.feed.keep')}
                  </Button>
                  <Button
                    size="small"
                    color="primary"
                    variant="contained"
                    onClick={() => revoke(feed.id)}
                  >
                    {t('testing.feed.revoke')}
                  </Button>
                </div>
              ) : (
                <Button
                  size="small"
                  onClick={() => setAsking(feed.id)}
                  aria-label={t('testing.feed.revokeNamed', { name })}
                >
                  {t('testing.feed.revoke')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {error && (
        <Alert severity="error" role="alert">
          {error}
        </Alert>
      )}
    </>
  );
};
