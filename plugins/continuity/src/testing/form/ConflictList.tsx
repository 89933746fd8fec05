import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  ScheduleConflict,
  ScheduleConflictsRequest,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { nameOfRef } from '../../catalog/EntityName';
import { errorMessage } from '../../screen/errorMessage';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { StatusShape } from '../../status/StatusShape';
import { useTranslation } from '../../translation';
import type { Translate } from '../../translation/Translate';
import { useLocale } from '../../translation/useLocale';
import { testAddress } from '../testAddress';
import { useTestsAddress } from '../useTestsAddress';
import { useConflicts } from './useConflicts';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    overflowWrap: 'anywhere',
  },
  shape: { paddingTop: 2 },
  quiet: { color: theme.palette.text.secondary },
}));

/** Names at most this many of them. */
const NAMED = 3;

function namesOf(t: Translate, conflict: ScheduleConflict): string {
  const { refs, redacted } = conflict;
  const named = refs.slice(0, NAMED).map(ref => nameOfRef(ref));
  const more = refs.length - named.length + redacted;
  return [
    ...named,
    ...(more > 0 ? [t('testing.form.conflict.more', { count: more })] : []),
  ].join(', ');
}

/** What speaks against a date, shown while it is chosen. It forbids nothing. */
export const ConflictList = (props: {
  request: ScheduleConflictsRequest | undefined;
}) => {
  const { request } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const { conflicts, loading, error } = useConflicts(request);
  const ground = theme.palette.background.paper;
  const colour = legibleColour({
    colour: statusColour(theme, 'at-risk'),
    background: ground,
  });
  return (
    <div aria-live="polite">
      {!request && (
        <Typography variant="body2" className={classes.quiet}>
          {t('testing.form.conflict.incomplete')}
        </Typography>
      )}
      {request && loading && (
        <Typography variant="body2" className={classes.quiet}>
          {t('testing.form.conflict.looking')}
        </Typography>
      )}
      {request && error && (
        <Typography variant="body2" color="error">
          {t('testing.form.conflict.failed', { message: errorMessage(error) })}
        </Typography>
      )}
      {request && !loading && conflicts?.length === 0 && (
        <Typography variant="body2">
          {t('testing.form.conflict.none')}
        </Typography>
      )}
      {request && !loading && conflicts && conflicts.length > 0 && (
        <ul
          className={classes.list}
          aria-label={t('testing.form.conflict.title')}
        >
          {conflicts.map((conflict, at) => (
            <li key={at} className={classes.item}>
              <span className={classes.shape} style={{ color: colour }}>
                <StatusShape status="at-risk" ground={ground} size={16} />
              </span>
              <Typography variant="body2" component="span">
                <ConflictText conflict={conflict} />
              </Typography>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

function ConflictText({ conflict }: { conflict: ScheduleConflict }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const testsAddress = useTestsAddress();
  const { kind, test, title } = conflict;
  const moment = (iso: string) =>
    DateTime.fromISO(iso)
      .setLocale(locale)
      .toLocaleString(DateTime.DATETIME_MED);
  const when = t('testing.form.conflict.when', {
    from: moment(conflict.from),
    to: moment(conflict.to),
  });
  if (kind === 'past') return <>{t('testing.form.conflict.past')}</>;
  if (kind === 'freeze') {
    return (
      <>
        {t('testing.form.conflict.freeze', { title: title ?? '' })} {when}
      </>
    );
  }
  if (kind === 'outside-window') {
    return (
      <>
        {t('testing.form.conflict.outside-window')} {when}
      </>
    );
  }
  const names = namesOf(t, conflict);
  return (
    <>
      {t(`testing.form.conflict.${kind}`, { names })}{' '}
      {test && testsAddress ? (
        <Link to={testAddress(testsAddress, test.id)}>{test.title}</Link>
      ) : (
        t('testing.form.conflict.hiddenTest')
      )}{' '}
      {when}
    </>
  );
}
