import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import CloudDoneOutlinedIcon from '@material-ui/icons/CloudDoneOutlined';
import CloudOffOutlinedIcon from '@material-ui/icons/CloudOffOutlined';
import CloudUploadOutlinedIcon from '@material-ui/icons/CloudUploadOutlined';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import type { LiveRun } from './useTestRun';
import { zonedClock } from '../../screen/zonedTime';

/** Whether the server has all that was pressed: saved, saving, not sent yet. */
export const RunSaveLine = (props: { live: LiveRun; zone: string }) => {
  const { live, zone } = props;
  const { saving, lost, flush } = live;
  const { t } = useTranslation();
  const locale = useLocale();
  const waiting = saving.presses.filter(({ state }) => state === 'waiting');
  const undecided = saving.presses.length - waiting.length;

  const line = () => {
    if (undecided > 0) {
      return {
        Icon: ErrorOutlineIcon,
        bad: true,
        text: t('testRun.save.undecided', { count: undecided }),
      };
    }
    if (saving.offline && waiting.length > 0) {
      return {
        Icon: CloudOffOutlinedIcon,
        bad: true,
        text: t('testRun.save.notSent', { count: waiting.length }),
      };
    }
    if (waiting.length > 0 || saving.sending) {
      return {
        Icon: CloudUploadOutlinedIcon,
        bad: false,
        text: t('testRun.save.saving'),
      };
    }
    if (lost) {
      return {
        Icon: CloudOffOutlinedIcon,
        bad: true,
        text: t('testRun.save.lost'),
      };
    }
    return {
      Icon: CloudDoneOutlinedIcon,
      bad: false,
      text: saving.savedAt
        ? t('testRun.save.saved', {
            time: zonedClock(saving.savedAt, { zone, locale }),
          })
        : t('testRun.save.upToDate'),
    };
  };
  const { Icon, bad, text } = line();
  return (
    <Typography
      variant="body2"
      role={bad ? 'alert' : 'status'}
      style={bad ? { fontWeight: 600 } : undefined}
    >
      <Icon
        fontSize="small"
        aria-hidden
        style={{ verticalAlign: 'text-bottom', marginRight: 4 }}
      />
      {text}
      {saving.offline && waiting.length > 0 && (
        <Button size="small" color="primary" onClick={() => flush()}>
          {t('testRun.save.now')}
        </Button>
      )}
    </Typography>
  );
};
