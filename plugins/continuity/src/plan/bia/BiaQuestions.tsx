import { useId } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { useTranslation } from '../../translation';
import { pointText } from '../analysis/analysisWords';
import type { BiaDraft } from './biaDraft';

/** The first question of a quick analysis: after how long the harm is intolerable. */
export const BiaQuestions = (props: {
  draft: BiaDraft;
  points: string[];
  error?: string;
  onChange: (changed: Partial<BiaDraft>) => void;
}) => {
  const { draft, points, error, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const isOther = draft.quickAfter === 'other';
  return (
    <>
      <TextField
        id={`${id}-after`}
        select
        label={t('analysis.bia.dialog.quickAfter')}
        helperText={
          (!isOther && error) || t('analysis.bia.dialog.quickAfterHint')
        }
        error={Boolean(error) && !isOther}
        value={draft.quickAfter}
        onChange={event => onChange({ quickAfter: event.target.value })}
        variant="outlined"
        margin="dense"
        fullWidth
      >
        {points.map(point => (
          <MenuItem key={point} value={point}>
            {t('analysis.bia.dialog.after', { time: pointText(t, point) })}
          </MenuItem>
        ))}
        <MenuItem value="beyond">
          {t('analysis.bia.dialog.quickBeyond', {
            time: pointText(t, points[points.length - 1]),
          })}
        </MenuItem>
        <MenuItem value="other">{t('analysis.bia.dialog.quickOther')}</MenuItem>
      </TextField>
      {isOther && (
        <TextField
          id={`${id}-other`}
          label={t('analysis.bia.dialog.quickOther')}
          helperText={error ?? t('analysis.bia.dialog.quickOtherHint')}
          error={Boolean(error)}
          value={draft.quickOther}
          onChange={event => onChange({ quickOther: event.target.value })}
          variant="outlined"
          margin="dense"
          size="small"
          fullWidth
        />
      )}
    </>
  );
};
