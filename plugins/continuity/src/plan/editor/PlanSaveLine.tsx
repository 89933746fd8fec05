import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { DateTime } from 'luxon';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import type { PlanSaveState } from './usePlanDraft';

/** How the draft stands: being written, being saved, "Saved 14:03", or why not. */
export const PlanSaveLine = (props: {
  save: PlanSaveState;
  onRetry: () => void;
}) => {
  const { save, onRetry } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const text = () => {
    switch (save.state) {
      case 'saved':
        return t('plan.saving.saved', {
          time: DateTime.fromJSDate(save.at)
            .setLocale(locale)
            .toLocaleString(DateTime.TIME_SIMPLE),
        });
      case 'failed':
        return t('plan.saving.failed', { message: save.message });
      case 'conflict':
        return t('plan.saving.conflict');
      default:
        return t(`plan.saving.${save.state}`);
    }
  };
  const bad = save.state === 'failed';
  return (
    <Typography
      variant="body2"
      role={bad ? 'alert' : 'status'}
      style={bad ? { fontWeight: 600 } : undefined}
    >
      {text()}{' '}
      {bad && (
        <Button size="small" color="primary" onClick={onRetry}>
          {t('plan.retry')}
        </Button>
      )}
    </Typography>
  );
};
