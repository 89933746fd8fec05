import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { CoverageThen } from 'backstage-plugin-continuity-common';
import { fullMoment } from '../record/relativeTime';
import { formatLongDay } from '../status/formatLongDay';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
  back: { whiteSpace: 'nowrap' },
}));

/** Says plainly that this is the past, which moment of it, by which rules, and the way back. */
export const PastBanner = (props: {
  /** What was asked for. */
  asked: string;
  then?: CoverageThen | null;
  onNow: () => void;
}) => {
  const { asked, then, onNow } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const isDay = asked.length === 10;
  const moment = isDay
    ? t('coverage.past.endOfDay', {
        day: formatLongDay(asked, locale),
        zone: then?.timeZone ?? '',
      })
    : fullMoment(asked, locale);
  return (
    <Alert
      severity="warning"
      className={classes.root}
      action={
        <Button
          color="inherit"
          size="small"
          className={classes.back}
          onClick={onNow}
        >
          {t('coverage.past.backToNow')}
        </Button>
      }
    >
      <strong>{t('coverage.past.title', { moment })}</strong>{' '}
      {t('coverage.past.rules')}
    </Alert>
  );
};
