import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';
import {
  readChangedFiles,
  type ChangeDraft,
  type DraftProblem,
} from './changeDraft';

/** Changed files of one repository. */
export const FilesFields = (props: {
  draft: ChangeDraft;
  shown: DraftProblem[];
  onChange: (patch: Partial<ChangeDraft>) => void;
}) => {
  const { draft, shown, onChange } = props;
  const shared = usePageStyles();
  const { t } = useTranslation();
  const count = readChangedFiles(draft.paths).length;
  const pathsHint = count > 0 ? t('change.form.pathsHint', { count }) : ' ';
  return (
    <>
      <Typography variant="body2" className={shared.quiet}>
        {t('change.form.filesHint')}
      </Typography>
      <TextField
        id="continuity-change-repository"
        label={t('change.form.repository')}
        value={draft.repository}
        onChange={event => onChange({ repository: event.target.value })}
        error={shown.includes('repository')}
        helperText={t(
          shown.includes('repository')
            ? 'change.form.repositoryMissing'
            : 'change.form.repositoryHint',
        )}
        variant="outlined"
        size="small"
        margin="dense"
        fullWidth
        inputProps={{ maxLength: 2000, spellCheck: false }}
      />
      <TextField
        id="continuity-change-paths"
        label={t('change.form.paths')}
        value={draft.paths}
        onChange={event => onChange({ paths: event.target.value })}
        error={shown.includes('paths')}
        helperText={
          shown.includes('paths') ? t('change.form.pathsMissing') : pathsHint
        }
        variant="outlined"
        size="small"
        margin="dense"
        fullWidth
        multiline
        maxRows={8}
        inputProps={{ spellCheck: false }}
      />
    </>
  );
};
