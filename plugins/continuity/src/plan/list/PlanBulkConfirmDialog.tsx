import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import type { PlanBulkConfirmResponse } from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent } from 'react';
import { continuityApiRef } from '../../api';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import type { Translate } from '../../translation/Translate';
import { planAddress } from '../planAddress';
import { refusalText } from '../../screen/refusalText';

/** Confirms several plans as still valid with one reason, and says of each what became of it. */
export const PlanBulkConfirmDialog = (props: {
  /** Titles by id. */
  chosen: ReadonlyMap<string, string>;
  plansAddress: string;
  onFinished: () => void;
  /** `done`: there is nothing left to do for what was chosen. */
  onClose: (done: boolean) => void;
}) => {
  const { chosen, plansAddress, onFinished, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const locale = useLocale();
  const titleId = useId();
  const [because, setBecause] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [outcomes, setOutcomes] = useState<PlanBulkConfirmResponse['items']>();
  const missing = !because.trim();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) return;
    setBusy(true);
    setError(undefined);
    try {
      const { items } = await api.plans.bulkConfirm({
        planIds: [...chosen.keys()],
        because: because.trim(),
      });
      setOutcomes(items);
      onFinished();
    } catch (e) {
      setError(refusalText(t, e, { locale }));
    }
    setBusy(false);
  };

  return (
    <Dialog
      open
      onClose={busy ? undefined : () => onClose(outcomes !== undefined)}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>
          {outcomes
            ? t('plan.bulk.resultTitle')
            : t('plan.bulk.title', { count: chosen.size })}
        </DialogTitle>
        <DialogContent>
          {error && (
            <Alert severity="error" role="alert">
              {t('plan.failed', { message: error })}
            </Alert>
          )}
          {outcomes ? (
            <ul role="status" aria-label={t('plan.bulk.resultTitle')}>
              {outcomes.map(outcome => (
                <li key={outcome.planId}>
                  <Link to={planAddress(plansAddress, outcome.planId)}>
                    {chosen.get(outcome.planId) ?? outcome.planId}
                  </Link>
                  {': '}
                  {outcomeText(t, outcome)}
                </li>
              ))}
            </ul>
          ) : (
            <>
              <DialogContentText color="textPrimary">
                {t('plan.bulk.text')}
              </DialogContentText>
              <TextField
                id={`${titleId}-because`}
                label={t('plan.confirm.because')}
                value={because}
                onChange={event => setBecause(event.target.value)}
                error={asked && missing}
                helperText={
                  asked && missing ? t('plan.confirm.becauseNeeded') : ' '
                }
                variant="outlined"
                margin="normal"
                multiline
                fullWidth
                inputProps={{ maxLength: 2000 }}
              />
            </>
          )}
        </DialogContent>
        <DialogActions>
          {outcomes ? (
            <Button
              color="primary"
              variant="contained"
              onClick={() => onClose(true)}
            >
              {t('plan.close')}
            </Button>
          ) : (
            <>
              <Button disabled={busy} onClick={() => onClose(false)}>
                {t('plan.cancel')}
              </Button>
              <Button
                type="submit"
                color="primary"
                variant="contained"
                disabled={busy}
              >
                {t('plan.bulk.submit')}
              </Button>
            </>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
};

function outcomeText(
  t: Translate,
  outcome: PlanBulkConfirmResponse['items'][number],
): string {
  const { confirmed, left, message } = outcome;
  if (message) return message;
  const texts = [t('plan.bulk.confirmed', { count: confirmed })];
  if (left > 0) texts.push(t('plan.bulk.left', { count: left }));
  return texts.join(' ');
}
