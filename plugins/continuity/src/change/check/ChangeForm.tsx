import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import type { ChangePolicy } from 'backstage-plugin-continuity-common';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from '../../translation';
import { AboutFields } from './AboutFields';
import type { ChangeDraft, DraftProblem } from './changeDraft';
import { DocumentsField } from './DocumentsField';
import { FilesFields } from './FilesFields';
import { TouchedField } from './TouchedField';

const useStyles = makeStyles(theme => ({
  form: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  heading: { fontSize: '1rem', fontWeight: 700, margin: 0 },
  section: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Says what changes: services, files, documents, and the change itself. */
export const ChangeForm = (props: {
  draft: ChangeDraft;
  zone: string;
  models: ChangePolicy['standardModels'];
  /** The problems that are shown: none before the form was sent. */
  shown: DraftProblem[];
  busy: boolean;
  onChange: (draft: ChangeDraft) => void;
  onCheck: () => void;
  onClear: (() => void) | undefined;
}) => {
  const { draft, zone, models, shown, busy, onChange, onCheck, onClear } =
    props;
  const classes = useStyles();
  const { t } = useTranslation();
  const set = (patch: Partial<ChangeDraft>) => onChange({ ...draft, ...patch });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCheck();
  };
  const section = (title: string, content: ReactNode) => (
    <fieldset className={classes.section}>
      <legend>
        <h4 className={classes.heading}>{title}</h4>
      </legend>
      {content}
    </fieldset>
  );
  return (
    <EntityInfoCard title={t('change.form.title')}>
      <form
        onSubmit={submit}
        noValidate
        className={classes.form}
        aria-label={t('change.section.check')}
      >
        {section(
          t('change.form.entities'),
          <TouchedField
            touched={draft.touched}
            onChange={touched => set({ touched })}
          />,
        )}
        {section(
          t('change.form.files'),
          <FilesFields draft={draft} shown={shown} onChange={set} />,
        )}
        {section(
          t('change.form.documents'),
          <DocumentsField
            text={draft.documents}
            onChange={documents => set({ documents })}
          />,
        )}
        {section(
          t('change.form.about'),
          <AboutFields
            draft={draft}
            zone={zone}
            models={models}
            shown={shown}
            onChange={set}
          />,
        )}
        {shown.includes('nothing') && (
          <FormHelperText error role="alert">
            {t('change.form.nothing')}
          </FormHelperText>
        )}
        {shown.includes('documents') && (
          <FormHelperText error role="alert">
            {t('change.form.documentsFailed')}
          </FormHelperText>
        )}
        <div className={classes.actions}>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={busy}
          >
            {t('change.form.check')}
          </Button>
          {onClear && (
            <Button onClick={onClear}>{t('change.form.startOver')}</Button>
          )}
        </div>
      </form>
    </EntityInfoCard>
  );
};
