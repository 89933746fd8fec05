import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  writeChangeReport,
  type ChangeAssessment,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useTranslation } from '../../translation';

/** Copies an assessment as Markdown, as CI writes it into a pull request. */
export const CopyMarkdown = (props: { assessment: ChangeAssessment }) => {
  const { assessment } = props;
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    try {
      await window.navigator.clipboard.writeText(writeChangeReport(assessment));
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <>
      <Button variant="outlined" onClick={copy}>
        {t('change.answer.copy')}
      </Button>
      {copied !== undefined && (
        <Typography variant="body2" role="status">
          {t(copied ? 'change.answer.copied' : 'change.answer.copyFailed')}
        </Typography>
      )}
    </>
  );
};
