import TextField from '@material-ui/core/TextField';
import {
  describeDuration,
  durationSeconds,
  parseTargetDuration,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useTranslation } from '../../translation';

/** How long a step takes, as people say it; what can't be read is said so, and the last good value stays. */
export const PlanDurationField = (props: {
  id: string;
  value: string | null;
  onChange: (iso: string | null) => void;
}) => {
  const { id, value, onChange } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(
    value === null ? '' : describeDuration(durationSeconds(value)),
  );
  const parsed = text.trim() ? parseTargetDuration(text.trim()) : undefined;
  const wrong = parsed && !parsed.ok ? parsed.message : undefined;
  return (
    <TextField
      id={id}
      label={t('plan.steps.duration')}
      value={text}
      onChange={event => {
        const typed = event.target.value;
        setText(typed);
        if (!typed.trim()) {
          onChange(null);
          return;
        }
        const read = parseTargetDuration(typed.trim());
        if (read.ok) onChange(read.iso);
      }}
      error={wrong !== undefined}
      helperText={wrong ?? t('plan.steps.durationHint')}
      variant="outlined"
      size="small"
    />
  );
};
