import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import { readCatalogDocuments } from 'backstage-plugin-continuity-common';
import { useMemo } from 'react';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';

const useStyles = makeStyles({
  code: { '& textarea': { fontFamily: 'monospace', fontSize: '0.8125rem' } },
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** Proposed catalog-info documents; what is no YAML is said while one writes, document by document. */
export const DocumentsField = (props: {
  text: string;
  onChange: (text: string) => void;
}) => {
  const { text, onChange } = props;
  const classes = useStyles();
  const shared = usePageStyles();
  const { t } = useTranslation();
  const { documents, problems } = useMemo(
    () => readCatalogDocuments(text),
    [text],
  );
  return (
    <>
      <Typography variant="body2" className={shared.quiet}>
        {t('change.form.documentsHint')}
      </Typography>
      <TextField
        id="continuity-change-documents"
        className={classes.code}
        label={t('change.form.yaml')}
        value={text}
        onChange={event => onChange(event.target.value)}
        error={problems.length > 0}
        helperText={
          documents.length > 0
            ? t('change.form.documentsRead', { count: documents.length })
            : ' '
        }
        variant="outlined"
        size="small"
        margin="dense"
        fullWidth
        multiline
        minRows={3}
        maxRows={14}
        inputProps={{ spellCheck: false }}
      />
      {problems.length > 0 && (
        <Alert severity="error" role="alert">
          <ul className={classes.list}>
            {problems.map(({ document, line, message }) => (
              <li key={`${document} ${line}`}>
                {t('change.form.documentProblem', {
                  number: document,
                  line,
                  message,
                })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
};
