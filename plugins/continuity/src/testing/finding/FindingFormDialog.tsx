import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import {
  findingSeverities,
  readFindingConflict,
  type FindingDetail,
} from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { FormDialog } from '../../screen/FormDialog';
import { partyName } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import {
  emptyFinding,
  findingProblems,
  findingRequestOf,
  type DraftOfFinding,
} from './findingDraft';
import { FindingFields } from './FindingFields';

function draftOf(finding: FindingDetail): DraftOfFinding {
  const { title, severity, owner, dueOn, description, cause } = finding;
  return emptyFinding({
    title,
    severity,
    entities: finding.entities.map(({ entityRef }) => entityRef),
    owner: owner.ref,
    ownerTitle: owner.title ?? partyName(owner.ref),
    dueOn,
    description,
    cause,
    ticketUrl: finding.ticket?.url ?? '',
  });
}

/** Writes a finding down by hand, or changes one. */
export const FindingFormDialog = (props: {
  /** The one that is changed; a new one without it. */
  finding?: FindingDetail;
  onDone: (finding: FindingDetail) => void;
  onClose: () => void;
}) => {
  const { finding, onDone, onClose } = props;
  const api = useApi(continuityApiRef).tests.findings;
  const { t } = useTranslation();
  const id = useId();
  const [base, setBase] = useState(finding);
  const [draft, setDraft] = useState(() =>
    finding ? draftOf(finding) : emptyFinding(),
  );
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const [changed, setChanged] = useState(false);
  const needsReason =
    base !== undefined &&
    (draft.dueOn !== base.dueOn ||
      findingSeverities.indexOf(draft.severity) >
        findingSeverities.indexOf(base.severity));

  const submit = async () => {
    setChecked(true);
    // hidden entities of a finding are not in the form; they stay as they are
    if (findingProblems(draft).length > 0) {
      throw new Error(t('finding.form.wrong'));
    }
    if (needsReason && !reason.trim()) {
      throw new Error(t('finding.form.reasonNeeded'));
    }
    const request = findingRequestOf(draft);
    if (!base) {
      onDone(await api.create(request));
      return;
    }
    const before = base.entities.map(({ entityRef }) => entityRef);
    const isSameScope = before.join() === request.entities.join();
    const { entities, ...rest } = request;
    try {
      onDone(
        await api.update(
          base.id,
          {
            ...rest,
            ...(!isSameScope && { entities }),
            ...(needsReason && { reason: reason.trim() }),
          },
          { revision: base.revision },
        ),
      );
    } catch (e) {
      const newer = readFindingConflict(e);
      if (!newer) throw e;
      setBase(newer);
      setChanged(true);
    }
  };

  return (
    <FormDialog
      title={t(finding ? 'finding.form.edit' : 'finding.form.new')}
      submitLabel={t('finding.form.save')}
      onSubmit={submit}
      onClose={onClose}
      maxWidth="md"
    >
      {changed && base && (
        <Alert severity="warning" role="alert">
          {t('finding.form.changed', {
            title: base.title,
            severity: t(`finding.severity.${base.severity}`),
            due: base.dueOn,
            owner: base.owner.title ?? partyName(base.owner.ref),
          })}
        </Alert>
      )}
      <FindingFields
        id={id}
        draft={draft}
        problems={checked ? findingProblems(draft) : []}
        onChange={setDraft}
      />
      {needsReason && (
        <TextField
          id={`${id}-reason`}
          label={t('finding.form.reason')}
          value={reason}
          onChange={event => setReason(event.target.value)}
          error={checked && !reason.trim()}
          variant="outlined"
          size="small"
          margin="normal"
          fullWidth
          inputProps={{ maxLength: 2000 }}
        />
      )}
    </FormDialog>
  );
};
