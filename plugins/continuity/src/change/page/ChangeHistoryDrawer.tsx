import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import { makeStyles } from '@material-ui/core/styles';
import type { ChangeDetail } from 'backstage-plugin-continuity-common';
import { useId } from 'react';
import { EntityName } from '../../catalog/EntityName';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { useTestStyles } from '../../testing/run/useTestStyles';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  paper: {
    width: 480,
    maxWidth: '100vw',
    padding: theme.spacing(3),
    fontFamily: theme.typography.fontFamily,
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
}));

const ACTIONS = [
  'recorded',
  'assessed',
  'updated',
  'approved',
  'implemented',
  'withdrawn',
  'reviewed',
] as const;

/** What was done with a change, newest first. */
export const ChangeHistoryDrawer = (props: {
  change: ChangeDetail;
  onClose: () => void;
}) => {
  const { change, onClose } = props;
  const classes = useStyles();
  const shared = useTestStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const titleId = useId();
  const actionText = (action: string) => {
    const known = ACTIONS.find(each => each === action);
    return known
      ? t(`change.historyAction.${known}`)
      : t('change.historyAction.other', { action });
  };
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      PaperProps={{
        className: classes.paper,
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': titleId,
      }}
    >
      <div className={classes.head}>
        <Typography variant="h5" component="h2" id={titleId}>
          {t('change.page.historyTitle', { title: change.title })}
        </Typography>
        <IconButton
          size="small"
          aria-label={t('change.page.close')}
          onClick={onClose}
        >
          <CloseIcon />
        </IconButton>
      </div>
      <ul className={shared.plainList}>
        {change.history.map(({ at, by, action, reason }) => (
          <li key={`${at} ${action}`} className={shared.divided}>
            <strong>
              {by.startsWith('user:') ? (
                <EntityName entityRef={by} title={partyName(by)} />
              ) : (
                t('change.page.bySystem')
              )}
            </strong>{' '}
            {actionText(action)}
            <div className={shared.small}>
              <Moment at={at} />
            </div>
            {reason && (
              <div className={shared.small}>
                {t('change.page.reason', { reason })}
              </div>
            )}
          </li>
        ))}
      </ul>
      {change.history.length === 0 && (
        <Typography className={shared.quiet}>
          {t('change.page.historyEmpty')}
        </Typography>
      )}
    </Drawer>
  );
};
