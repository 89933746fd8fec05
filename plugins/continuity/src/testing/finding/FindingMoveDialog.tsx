import { useApi } from '@backstage/core-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import type {
  FindingDetail,
  FindingSummary,
} from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { FormDialog } from '../../screen/FormDialog';
import { PartyPicker } from '../../profile/PartyPicker';
import { useTranslation } from '../../translation';
import type { FindingMove } from './findingMoves';

/** Asks what belongs to a step of a finding, and takes it. */
export const FindingMoveDialog = (props: {
  finding: FindingSummary;
  move: FindingMove;
  onDone: (finding: FindingDetail) => void;
  onClose: () => void;
}) => {
  const { finding, move, onDone, onClose } = props;
  const api = useApi(continuityApiRef).tests.findings;
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [cause, setCause] = useState('');
  const [worked, setWorked] = useState<'yes' | 'no'>();
  const [asker, setAsker] = useState({ ref: '', title: '' });

  const submit = async () => {
    const said = text.trim();
    if (move !== 'start' && !said)
      throw new Error(t('finding.move.textNeeded'));
    if (move === 'verify' && !worked) {
      throw new Error(t('finding.move.workedNeeded'));
    }
    const steps: Record<FindingMove, () => Promise<FindingDetail>> = {
      start: () => api.start(finding.id, said ? { note: said } : {}),
      resolve: () =>
        api.resolve(finding.id, {
          what: said,
          ...(cause.trim() && { cause: cause.trim() }),
        }),
      verify: () =>
        api.verify(finding.id, { worked: worked === 'yes', note: said }),
      accept: () =>
        api.accept(finding.id, {
          reason: said,
          ...(asker.ref && { requestedBy: asker.ref }),
        }),
      reopen: () => api.reopen(finding.id, said),
    };
    onDone(await steps[move]());
  };

  return (
    <FormDialog
      title={t(`finding.move.${move}.title`)}
      submitLabel={t(`finding.action.${move}`)}
      onSubmit={submit}
      onClose={onClose}
    >
      <DialogContentText color="textPrimary">
        <strong>{finding.title}</strong>
        <br />
        {t(`finding.move.${move}.text`)}
      </DialogContentText>
      {move === 'verify' && (
        <FormControl component="fieldset">
          <FormLabel component="legend">{t('finding.move.worked')}</FormLabel>
          <RadioGroup
            row
            name={`${id}-worked`}
            value={worked ?? ''}
            onChange={(_, word) => setWorked(word as 'yes' | 'no')}
          >
            {(['yes', 'no'] as const).map(word => (
              <FormControlLabel
                key={word}
                value={word}
                control={<Radio color="primary" size="small" />}
                label={t(`finding.move.answer.${word}`)}
              />
            ))}
          </RadioGroup>
        </FormControl>
      )}
      <TextField
        id={`${id}-text`}
        label={t(`finding.move.${move}.field`)}
        value={text}
        onChange={event => setText(event.target.value)}
        variant="outlined"
        margin="normal"
        multiline
        fullWidth
        inputProps={{ maxLength: 2000 }}
      />
      {move === 'resolve' && (
        <TextField
          id={`${id}-cause`}
          label={t('finding.field.cause')}
          helperText={t('finding.move.causeHint')}
          value={cause}
          onChange={event => setCause(event.target.value)}
          variant="outlined"
          margin="normal"
          multiline
          fullWidth
          inputProps={{ maxLength: 20000 }}
        />
      )}
      {move === 'accept' && (
        <PartyPicker
          id={`${id}-asker`}
          label={t('finding.move.asker')}
          value={asker.ref}
          title={asker.title || undefined}
          onChange={(ref, title) => setAsker({ ref, title })}
        />
      )}
    </FormDialog>
  );
};
