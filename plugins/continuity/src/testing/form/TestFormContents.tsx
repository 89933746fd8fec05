import TextField from '@material-ui/core/TextField';
import type { FieldIssue } from 'backstage-plugin-continuity-common';
import { useId } from 'react';
import { useTranslation } from '../../translation';
import { CriteriaField } from './CriteriaField';
import { FormSection } from './FormSection';
import { PlansField } from './PlansField';
import { ScenarioField } from './ScenarioField';
import type { DraftPlan, TestDraft } from './testDraft';
import { issueAt } from './useTestSaving';

/** By which plan, under what assumption, to what end. Only the preparation may change once a test has begun. */
export const TestFormContents = (props: {
  draft: TestDraft;
  issues: readonly FieldIssue[];
  isFixed: boolean;
  plans: readonly DraftPlan[];
  suggestions: readonly DraftPlan[];
  looking: boolean;
  onChange: (draft: TestDraft) => void;
}) => {
  const { draft, issues, isFixed, plans, suggestions, looking, onChange } =
    props;
  const { t } = useTranslation();
  const id = useId();
  const text = (key: 'aims' | 'preparation') => (
    <TextField
      id={`${id}-${key}`}
      fullWidth
      multiline
      minRows={2}
      label={t(`testing.form.${key}`)}
      value={draft[key]}
      onChange={event => onChange({ ...draft, [key]: event.target.value })}
      error={Boolean(issueAt(issues, key))}
      helperText={issueAt(issues, key)}
      variant="outlined"
      size="small"
      margin="dense"
    />
  );
  return (
    <>
      {!isFixed && (
        <>
          <FormSection
            title={t('testing.form.plans')}
            hint={t('testing.form.plansHint')}
          >
            <PlansField
              chosen={plans}
              suggestions={suggestions}
              loading={looking}
              onChange={chosen => onChange({ ...draft, plans: chosen })}
            />
          </FormSection>
          <FormSection title={t('testing.form.scenario')}>
            <ScenarioField id={id} draft={draft} onChange={onChange} />
          </FormSection>
          <FormSection
            title={t('testing.form.aimsSection')}
            hint={t('testing.form.aimsHint')}
          >
            {text('aims')}
            <CriteriaField
              id={`${id}-criteria`}
              criteria={draft.criteria}
              error={issueAt(issues, 'successCriteria')}
              onChange={criteria => onChange({ ...draft, criteria })}
            />
          </FormSection>
        </>
      )}
      <FormSection title={t('testing.form.preparationSection')}>
        {text('preparation')}
      </FormSection>
    </>
  );
};
