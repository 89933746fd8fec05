import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTranslation } from '../../translation';
import { MarkdownText } from '../../screen/MarkdownText';

const useStyles = makeStyles(theme => ({
  preview: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    padding: theme.spacing(1.5),
    minHeight: 80,
  },
  toggle: { textTransform: 'none', padding: theme.spacing(0, 0.5) },
}));

/** A long text in Markdown, which can be looked at as it will read. */
export const PlanMarkdownField = (props: {
  id: string;
  label: string;
  value: string;
  rows?: number;
  onChange: (text: string) => void;
}) => {
  const { id, label, value, rows = 4, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [preview, setPreview] = useState(false);
  return (
    <div>
      {preview ? (
        <div className={classes.preview} role="region" aria-label={label}>
          <MarkdownText text={value} />
        </div>
      ) : (
        <TextField
          id={id}
          label={label}
          value={value}
          onChange={event => onChange(event.target.value)}
          variant="outlined"
          multiline
          minRows={rows}
          maxRows={24}
          fullWidth
          inputProps={{ maxLength: 100_000 }}
        />
      )}
      {value && (
        <Button
          size="small"
          className={classes.toggle}
          aria-label={t(
            preview ? 'plan.editor.writeOf' : 'plan.editor.previewOf',
            { label },
          )}
          onClick={() => setPreview(!preview)}
        >
          {t(preview ? 'plan.editor.writeOn' : 'plan.editor.preview')}
        </Button>
      )}
    </div>
  );
};
