import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import type { ChangeDetail } from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { FormDialog } from '../../screen/FormDialog';
import { fromTimeField, toTimeField } from '../../screen/zonedTime';
import { useTranslation } from '../../translation';
import { WindowFields } from '../check/WindowFields';

/** Changes title, address and window of a change. */
export const ChangeUpdateDialog = (props: {
  change: ChangeDetail;
  zone: string;
  onDone: (change: ChangeDetail) => void;
  onClose: () => void;
}) => {
  const { change, zone, onDone, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [title, setTitle] = useState(change.title);
  const [url, setUrl] = useState(change.url ?? '');
  const [window, setWindow] = useState({
    start: toTimeField(change.plannedStart, zone),
    end: toTimeField(change.plannedEnd, zone),
  });
  const submit = async () => {
    if (!title.trim()) throw new Error(t('change.form.titleMissing'));
    if (url.trim() && !/^https?:\/\/[^\s/]+/.test(url.trim())) {
      throw new Error(t('change.form.urlWrong'));
    }
    const { start, end } = window;
    if (Boolean(start) !== Boolean(end)) {
      throw new Error(t('change.form.windowHalf'));
    }
    if (start && start >= end) throw new Error(t('change.form.windowWrong'));
    try {
      onDone(
        await api.changes.update(
          change.id,
          {
            title: title.trim(),
            url: url.trim() || null,
            plannedStart: start ? fromTimeField(start, zone) : null,
            plannedEnd: end ? fromTimeField(end, zone) : null,
          },
          { revision: change.revision },
        ),
      );
    } catch (e) {
      if ((e as { statusCode?: number }).statusCode === 409) {
        throw new Error(t('change.dialog.update.conflict'));
      }
      throw e;
    }
  };
  const field = (
    key: 'title' | 'url',
    value: string,
    onChange: (text: string) => void,
  ) => (
    <TextField
      id={`${id}-${key}`}
      label={t(key === 'title' ? 'change.form.changeTitle' : 'change.form.url')}
      value={value}
      onChange={event => onChange(event.target.value)}
      variant="outlined"
      size="small"
      margin="normal"
      fullWidth
      inputProps={{ maxLength: key === 'title' ? 300 : 2000 }}
    />
  );
  return (
    <FormDialog
      title={t('change.dialog.update.title')}
      submitLabel={t('change.dialog.submit.update')}
      onSubmit={submit}
      onClose={onClose}
    >
      {field('title', title, setTitle)}
      {field('url', url, setUrl)}
      <WindowFields
        {...window}
        zone={zone}
        problem={undefined}
        onChange={patch => setWindow(before => ({ ...before, ...patch }))}
      />
    </FormDialog>
  );
};
