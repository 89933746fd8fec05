import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import type { TestDetail } from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { FormDialog } from '../../screen/FormDialog';
import { useTranslation } from '../../translation';

/** Adds a link to what proves a test. */
export const AttachLinkDialog = (props: {
  testId: string;
  onDone: (test: TestDetail) => void;
  onClose: () => void;
}) => {
  const { testId, onDone, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const submit = async () => {
    if (!title.trim() || !/^https?:\/\/\S+$/.test(url.trim())) {
      throw new Error(t('testRun.attachment.linkWrong'));
    }
    onDone(
      await api.tests.addAttachment(testId, {
        kind: 'link',
        title: title.trim(),
        url: url.trim(),
      }),
    );
  };
  return (
    <FormDialog
      title={t('testRun.attachment.addLink')}
      submitLabel={t('testRun.attachment.add')}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id={`${id}-title`}
        label={t('testRun.attachment.linkTitle')}
        value={title}
        onChange={event => setTitle(event.target.value)}
        variant="outlined"
        size="small"
        margin="normal"
        fullWidth
        inputProps={{ maxLength: 200 }}
      />
      <TextField
        id={`${id}-url`}
        label={t('testRun.attachment.linkUrl')}
        placeholder="https://"
        value={url}
        onChange={event => setUrl(event.target.value)}
        variant="outlined"
        size="small"
        margin="normal"
        fullWidth
        inputProps={{ maxLength: 2000 }}
      />
    </FormDialog>
  );
};
