import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import DialogContentText from '@material-ui/core/DialogContentText';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import {
  parseRiskInput,
  type ContinuityPolicy,
  type EntityContinuity,
} from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../../api';
import { useTranslation } from '../../translation';
import { AnalysisFormFrame } from '../analysis/AnalysisFormFrame';
import {
  newThreat,
  riskDraftOf,
  riskInputOf,
  type RiskDraft,
} from './riskDraft';
import { ThreatFields } from './ThreatFields';
import { useAnalysisSaving } from '../analysis/useAnalysisSaving';

/** The form of {@link RiskDialog}. It begins with the draft, or with what is agreed now. */
export const RiskForm = (props: {
  continuity: EntityContinuity;
  policy: ContinuityPolicy;
  onSaved: (continuity: EntityContinuity) => void;
  onClose: () => void;
}) => {
  const { continuity, policy, onSaved, onClose } = props;
  const { entityRef, risk } = continuity;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState(() =>
    riskDraftOf(risk.draft ?? risk.current, policy),
  );
  const saving = useAnalysisSaving({
    revision: risk.revision,
    revisionIn: newer => newer.risk.revision,
    onSaved,
  });
  const change = (changed: Partial<RiskDraft>) =>
    setDraft(before => ({ ...before, ...changed }));
  // what is sent leaves out threats of one's own without a title
  const sent = draft.threats.filter(
    ({ isOwn, title }) => !isOwn || title.trim(),
  );
  const issuesOf = (threatId: string) => {
    const index = sent.findIndex(threat => threat.id === threatId);
    const path = `threats.${index}.`;
    return Object.fromEntries(
      saving.issues
        .filter(({ field }) => index >= 0 && field.startsWith(path))
        .map(({ field, message }) => [field.slice(path.length), message]),
    );
  };
  const issueOf = (name: string) =>
    saving.issues.find(({ field }) => field === name)?.message;

  const save = (state: 'draft' | 'agreed') => {
    const input = riskInputOf(draft, state);
    const parsed = parseRiskInput(input, {
      policy,
      now: new Date().toISOString(),
      recordedBy: null,
    });
    return saving.save(parsed.ok ? [] : parsed.issues, from =>
      api.analyses.recordRiskAssessment(entityRef, input, from),
    );
  };

  return (
    <AnalysisFormFrame
      id={id}
      remarks={draft}
      issueOf={issueOf}
      saving={saving}
      onChange={change}
      onSave={save}
      onClose={onClose}
    >
      <DialogContentText>{t('analysis.risk.dialog.intro')}</DialogContentText>
      {draft.threats.map(threat => (
        <ThreatFields
          key={threat.id}
          threat={threat}
          issues={issuesOf(threat.id)}
          onChange={changed =>
            change({
              threats: draft.threats.map(each =>
                each.id === threat.id ? { ...each, ...changed } : each,
              ),
            })
          }
          onRemove={() =>
            change({
              threats: draft.threats.filter(({ id: own }) => own !== threat.id),
            })
          }
        />
      ))}
      <Button
        size="small"
        color="primary"
        onClick={() =>
          change({ threats: [...draft.threats, newThreat(draft.threats)] })
        }
      >
        {t('analysis.risk.dialog.add')}
      </Button>
      {issueOf('threats') && (
        <Alert severity="error">{issueOf('threats')}</Alert>
      )}
    </AnalysisFormFrame>
  );
};
