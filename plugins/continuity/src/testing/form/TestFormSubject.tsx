import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  isMeasuringDepth,
  testEnvironments,
  type FieldIssue,
  type TestEnvironment,
} from 'backstage-plugin-continuity-common';
import { useId } from 'react';
import { useTranslation } from '../../translation';
import { DepthField } from './DepthField';
import { EntitiesField } from './EntitiesField';
import { FormSection } from './FormSection';
import {
  testDraftKinds,
  withDepth,
  withKind,
  type TestDraft,
  type TestDraftKind,
} from './testDraft';
import { issueAt } from './useTestSaving';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginTop: theme.spacing(1.5),
  },
  environment: { width: 220 },
  hint: { color: theme.palette.text.secondary },
}));

/** What is tested, and how deep. */
export const TestFormSubject = (props: {
  draft: TestDraft;
  issues: readonly FieldIssue[];
  /** Only then can it be one that was held already. */
  isNew: boolean;
  onChange: (draft: TestDraft) => void;
}) => {
  const { draft, issues, isNew, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const isInvocation = draft.kind === 'invocation';
  return (
    <>
      {isNew && (
        <FormSection title={t('testing.form.kindSection')}>
          <RadioGroup
            row
            aria-label={t('testing.form.kindSection')}
            value={draft.kind}
            onChange={(_, kind) =>
              onChange(withKind(draft, kind as TestDraftKind))
            }
          >
            {testDraftKinds.map(kind => (
              <FormControlLabel
                key={kind}
                value={kind}
                control={<Radio color="primary" size="small" />}
                label={t(`testing.form.kind.${kind}`)}
              />
            ))}
          </RadioGroup>
          {draft.kind !== 'plan' && (
            <Typography variant="body2" className={classes.hint}>
              {t(`testing.form.kindHint.${draft.kind}`)}
            </Typography>
          )}
        </FormSection>
      )}
      <FormSection
        title={t('testing.form.entities')}
        hint={t(
          isInvocation
            ? 'testing.form.entitiesLost'
            : 'testing.form.entitiesHint',
        )}
      >
        <EntitiesField
          id={`${id}-entities`}
          entities={draft.entities}
          names={draft.names}
          error={issueAt(issues, 'entities')}
          onChange={(entities, names) =>
            onChange({
              ...draft,
              entities,
              names: { ...draft.names, ...names },
            })
          }
        />
      </FormSection>
      <FormSection title={t('testing.form.depthSection')}>
        <DepthField
          depth={draft.depth}
          disabled={isInvocation}
          onChange={depth => onChange(withDepth(draft, depth))}
        />
        {issueAt(issues, 'depth') && (
          <FormHelperText error>{issueAt(issues, 'depth')}</FormHelperText>
        )}
        <div className={classes.row}>
          <TextField
            id={`${id}-environment`}
            select
            className={classes.environment}
            label={t('testing.form.environment')}
            value={draft.environment}
            disabled={isInvocation}
            onChange={event =>
              onChange({
                ...draft,
                environment: event.target.value as TestEnvironment,
              })
            }
            error={Boolean(issueAt(issues, 'environment'))}
            helperText={issueAt(issues, 'environment')}
            variant="outlined"
            size="small"
          >
            {testEnvironments.map(each => (
              <MenuItem key={each} value={each}>
                {t(`testing.environment.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <FormControlLabel
            control={
              <Checkbox
                color="primary"
                size="small"
                checked={draft.partial}
                onChange={(_, partial) => onChange({ ...draft, partial })}
              />
            }
            label={t('testing.form.partial')}
          />
          {isMeasuringDepth(draft.depth) && (
            <FormControlLabel
              control={
                <Checkbox
                  color="primary"
                  size="small"
                  checked={draft.restoresFromBackup}
                  disabled={draft.depth === 'restore'}
                  onChange={(_, on) =>
                    onChange({ ...draft, restoresFromBackup: on })
                  }
                />
              }
              label={t('testing.form.restores')}
            />
          )}
        </div>
      </FormSection>
    </>
  );
};
