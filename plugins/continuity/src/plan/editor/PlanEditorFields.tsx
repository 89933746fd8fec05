import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  planContentKeys,
  recoveryStrategies,
  type PlanContentKey,
  type PlanContents,
  type PlanKind,
  type PlanShortcoming,
} from 'backstage-plugin-continuity-common';
import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../translation';
import { usePartyName } from '../../profile/usePartyName';
import { contactName } from '../planContactName';
import { PlanContactsEditor } from './PlanContactsEditor';
import { PlanEditorSection } from './PlanEditorSection';
import { PlanMarkdownField } from './PlanMarkdownField';
import { PlanScopeEditor } from './PlanScopeEditor';
import { PlanStepsEditor } from './PlanStepsEditor';
import { usePlanPrompts } from './usePlanPrompts';

const useStyles = makeStyles(theme => ({
  stack: { display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5) },
  strategy: { maxWidth: 320 },
  basis: {
    display: 'grid',
    gridTemplateColumns: '180px minmax(0, 1fr)',
    gap: theme.spacing(1),
  },
}));

/** The contents of a plan as fields, in the order in which they are read. */
export const PlanEditorFields = (props: {
  kind: PlanKind;
  contents: PlanContents;
  shortcomings: readonly PlanShortcoming[];
  titles: ReadonlyMap<string, string>;
  onChange: (patch: (before: PlanContents) => PlanContents) => void;
}) => {
  const { kind, contents, shortcomings, titles, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const promptOf = usePlanPrompts(kind);
  const { strategy, invocation } = contents;

  const text = (
    key:
      | 'purpose'
      | 'minimumService'
      | 'recoveryRequirements'
      | 'lossOfService'
      | 'returnToNormal',
  ) => (
    <PlanMarkdownField
      id={`plan-${key}-text`}
      label={t(`plan.section.${key}`)}
      value={contents[key]}
      onChange={value => onChange(before => ({ ...before, [key]: value }))}
    />
  );
  const setStrategy = (patch: Partial<PlanContents['strategy']>) =>
    onChange(before => ({
      ...before,
      strategy: { ...before.strategy, ...patch },
    }));

  const fields: Record<PlanContentKey, () => ReactNode> = {
    purpose: () => text('purpose'),
    scope: () => (
      <PlanScopeEditor
        id="plan-scope-add"
        label={t('plan.scope.add')}
        entries={contents.scope}
        titles={titles}
        onChange={scope => onChange(before => ({ ...before, scope }))}
      />
    ),
    strategy: () => (
      <div className={classes.stack}>
        <TextField
          id="plan-strategy-kind"
          className={classes.strategy}
          select
          label={t('plan.strategy.choose')}
          value={strategy.kind ?? ''}
          onChange={event =>
            setStrategy({
              kind: (event.target.value ||
                null) as PlanContents['strategy']['kind'],
            })
          }
          variant="outlined"
          size="small"
        >
          <MenuItem value="">{t('plan.strategy.unset')}</MenuItem>
          {recoveryStrategies.map(each => (
            <MenuItem key={each} value={each}>
              {t(`plan.strategy.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        <PlanMarkdownField
          id="plan-strategy-description"
          label={t('plan.strategy.description')}
          value={strategy.description}
          onChange={description => setStrategy({ description })}
        />
        <PlanMarkdownField
          id="plan-strategy-resources"
          label={t('plan.strategy.resources')}
          value={strategy.resources}
          onChange={resources => setStrategy({ resources })}
        />
      </div>
    ),
    invocationCriteria: () => (
      <PlanMarkdownField
        id="plan-invocation-criteria"
        label={t('plan.section.invocationCriteria')}
        value={invocation.criteria}
        onChange={criteria =>
          onChange(before => ({
            ...before,
            invocation: { ...before.invocation, criteria },
          }))
        }
      />
    ),
    invokers: () =>
      contents.contacts.length === 0 ? (
        <Typography variant="body2">
          {t('plan.editor.invokersFirst')}
        </Typography>
      ) : (
        <FormGroup row>
          {contents.contacts.map(contact => (
            <FormControlLabel
              key={contact.id}
              control={
                <Checkbox
                  color="primary"
                  size="small"
                  checked={invocation.invokers.includes(contact.id)}
                  onChange={(_, on) =>
                    onChange(before => ({
                      ...before,
                      invocation: {
                        ...before.invocation,
                        invokers: on
                          ? [...before.invocation.invokers, contact.id]
                          : before.invocation.invokers.filter(
                              id => id !== contact.id,
                            ),
                      },
                    }))
                  }
                />
              }
              label={contactName(t, contact, partyName) || contact.id}
            />
          ))}
        </FormGroup>
      ),
    contacts: () => (
      <PlanContactsEditor contents={contents} onChange={onChange} />
    ),
    minimumService: () => text('minimumService'),
    recoveryRequirements: () => text('recoveryRequirements'),
    steps: () => (
      <PlanStepsEditor
        contents={contents}
        titles={titles}
        onChange={onChange}
      />
    ),
    lossOfService: () => text('lossOfService'),
    returnToNormal: () => text('returnToNormal'),
    basis: () => (
      <div className={classes.stack}>
        {(['bia', 'risk'] as const).map(key => (
          <BasisFields
            key={key}
            part={key}
            value={contents.basis[key]}
            onChange={value =>
              onChange(before => ({
                ...before,
                basis: { ...before.basis, [key]: value },
              }))
            }
          />
        ))}
      </div>
    ),
  };
  return (
    <>
      {planContentKeys.map(content => (
        <PlanEditorSection
          key={content}
          content={content}
          kind={kind}
          prompt={promptOf(content)}
          contents={contents}
          shortcomings={shortcomings}
          onChange={onChange}
        >
          {fields[content]()}
        </PlanEditorSection>
      ))}
    </>
  );
};

/** An assessment that the plan rests on; without its day it is not named. */
function BasisFields(props: {
  part: 'bia' | 'risk';
  value: PlanContents['basis']['bia'];
  onChange: (value: PlanContents['basis']['bia']) => void;
}) {
  const { part, value, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [reference, setReference] = useState(value?.reference ?? '');
  const name = t(`plan.basis.${part}Name`);
  return (
    <div className={classes.basis}>
      <TextField
        id={`plan-basis-${part}-date`}
        label={t('plan.basis.date', { name })}
        type="date"
        value={value?.date ?? ''}
        onChange={event =>
          onChange(
            event.target.value ? { date: event.target.value, reference } : null,
          )
        }
        InputLabelProps={{ shrink: true }}
        variant="outlined"
        size="small"
      />
      <TextField
        id={`plan-basis-${part}-reference`}
        label={t('plan.basis.reference', { name })}
        value={reference}
        onChange={event => {
          setReference(event.target.value);
          if (value) onChange({ ...value, reference: event.target.value });
        }}
        variant="outlined"
        size="small"
        inputProps={{ maxLength: 500 }}
      />
    </div>
  );
}
