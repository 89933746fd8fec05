import { useId, useState } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import {
  parseBiaInput,
  type ContinuityPolicy,
  type EntityContinuity,
} from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../../api';
import { useTranslation } from '../../translation';
import { AnalysisFormFrame } from '../analysis/AnalysisFormFrame';
import { biaDraftOf, biaInputOf, liveBia, type BiaDraft } from './biaDraft';
import { BiaGrid } from './BiaGrid';
import { BiaOutcome } from './BiaOutcome';
import { BiaQuestions } from './BiaQuestions';
import { CriticalPeriods } from './CriticalPeriods';
import { useAnalysisSaving } from '../analysis/useAnalysisSaving';

/** The form of {@link BiaDialog}. It begins with the draft, or with what is agreed now. */
export const BiaForm = (props: {
  continuity: EntityContinuity;
  policy: ContinuityPolicy;
  onSaved: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) => {
  const { continuity, policy, onSaved, onClose } = props;
  const { entityRef, bia, profile } = continuity;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState(() =>
    biaDraftOf(bia.draft ?? bia.current, policy),
  );
  const saving = useAnalysisSaving({
    revision: bia.revision,
    revisionIn: newer => newer.bia.revision,
    onSaved,
  });
  const change = (changed: Partial<BiaDraft>) =>
    setDraft(before => ({ ...before, ...changed }));
  const wrt = profile.wrt.value;
  const live = liveBia(draft, { policy, wrt });
  const issueOf = (...fields: string[]) =>
    saving.issues.find(({ field }) => fields.includes(field))?.message;

  const save = (state: 'draft' | 'agreed') => {
    const input = biaInputOf(draft, state);
    const parsed = parseBiaInput(input, {
      policy,
      now: new Date().toISOString(),
      recordedBy: null,
    });
    return saving.save(parsed.ok ? [] : parsed.issues, from =>
      api.analyses.recordBia(entityRef, input, from),
    );
  };

  return (
    <AnalysisFormFrame
      id={id}
      remarks={draft}
      issueOf={issueOf}
      agreedWithHint={t('analysis.bia.dialog.agreedWithHint')}
      saving={saving}
      onChange={change}
      onSave={save}
      onClose={onClose}
    >
      <FormControl component="fieldset">
        <FormLabel component="legend">
          {t('analysis.bia.dialog.method')}
        </FormLabel>
        <RadioGroup
          row
          value={draft.method}
          onChange={(_, method) =>
            change({ method: method as BiaDraft['method'] })
          }
        >
          <FormControlLabel
            value="quick"
            control={<Radio color="primary" />}
            label={t('analysis.bia.dialog.quick')}
          />
          <FormControlLabel
            value="full"
            control={<Radio color="primary" />}
            label={t('analysis.bia.dialog.full')}
          />
        </RadioGroup>
      </FormControl>
      {draft.method === 'quick' ? (
        <BiaQuestions
          draft={draft}
          points={policy.bia.points}
          error={issueOf('quick.intolerableAfter', 'categories')}
          onChange={change}
        />
      ) : (
        <>
          <BiaGrid
            points={draft.points}
            rows={draft.rows}
            ratings={policy.bia.ratings}
            falls={live.falls}
            onChange={rows => change({ rows })}
          />
          {issueOf('categories') && (
            <Alert severity="error">{issueOf('categories')}</Alert>
          )}
        </>
      )}
      <TextField
        id={`${id}-rpo`}
        label={t('analysis.bia.dialog.rpo')}
        value={draft.rpo}
        onChange={event => change({ rpo: event.target.value })}
        disabled={draft.holdsNoData}
        error={Boolean(issueOf('rpo'))}
        helperText={issueOf('rpo') ?? t('analysis.bia.dialog.rpoHint')}
        variant="outlined"
        margin="dense"
        fullWidth
      />
      <FormControlLabel
        control={
          <Checkbox
            color="primary"
            checked={draft.holdsNoData}
            onChange={(_, holdsNoData) => change({ holdsNoData })}
          />
        }
        label={t('analysis.bia.dialog.holdsNoData')}
      />
      <BiaOutcome live={live} policy={policy} wrt={wrt} current={bia.current} />
      {draft.method === 'full' && !draft.holdsNoData && (
        <TextField
          id={`${id}-dataLoss`}
          value={draft.dataLoss}
          onChange={event => change({ dataLoss: event.target.value })}
          error={Boolean(issueOf('dataLoss'))}
          variant="outlined"
          size="small"
          margin="dense"
          fullWidth
          label={t('analysis.bia.dialog.dataLoss')}
          multiline
          inputProps={{ maxLength: 2000 }}
        />
      )}
      <CriticalPeriods
        periods={draft.periods}
        issueOf={index => issueOf(`criticalPeriods.${index}.every`)}
        onChange={periods => change({ periods })}
      />
    </AnalysisFormFrame>
  );
};
