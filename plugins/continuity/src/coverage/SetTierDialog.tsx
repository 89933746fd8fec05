import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import type { Tier } from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent } from 'react';
import { useFormats } from '../policy/useFormats';
import { useTranslation } from '../translation';
import { BulkOutcomes } from './BulkOutcomes';
import { TierChoice, type ChosenTier } from './TierChoice';
import { useBulkTier } from './useBulkTier';

/** Sets the tier of the chosen services, with a reason; says of each what became of it. */
export const SetTierDialog = (props: {
  /** Titles by ref. */
  chosen: ReadonlyMap<string, string>;
  tiers: Tier[];
  /** `done`: there is nothing left to do for what was chosen. */
  onClose: (done: boolean) => void;
  /** Called when something may have changed. */
  onFinished: () => void;
}) => {
  const { chosen, tiers, onClose, onFinished } = props;
  const { t } = useTranslation();
  const { number } = useFormats();
  const titleId = useId();
  const { run, start, stop } = useBulkTier();
  const [tier, setTier] = useState<ChosenTier>();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);

  const send = async (entityRefs: string[]) => {
    if (!tier) return;
    await start({
      entityRefs,
      tier: tier === 'remove' ? null : tier.id,
      reason: reason.trim(),
    });
    onFinished();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (tier && reason.trim()) send([...chosen.keys()]);
  };
  const running = run?.state === 'running';
  const finished = run?.state === 'finished';
  const failed = (run?.outcomes ?? []).filter(
    outcome => outcome.result === 'failed',
  );
  const count = chosen.size;
  const close = () => onClose(finished ?? false);

  return (
    <Dialog
      open
      onClose={running ? undefined : close}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>
          {finished
            ? t('coverage.bulk.resultTitle')
            : t('coverage.bulk.title', { count, shown: number(count) })}
        </DialogTitle>
        <DialogContent>
          {!run && (
            <TierChoice
              tiers={tiers}
              tier={tier}
              onTier={setTier}
              reason={reason}
              onReason={setReason}
              showMissing={asked}
            />
          )}
          {running && (
            <>
              <LinearProgress
                variant="determinate"
                aria-label={t('coverage.bulk.submit')}
                value={(100 * run.outcomes.length) / run.total}
              />
              <Typography variant="body2" aria-live="polite">
                {t('coverage.bulk.progress', {
                  done: number(run.outcomes.length),
                  total: number(run.total),
                })}
              </Typography>
            </>
          )}
          {finished && <BulkOutcomes outcomes={run.outcomes} titles={chosen} />}
        </DialogContent>
        <DialogActions>
          {!run && (
            <>
              <Button onClick={close}>{t('coverage.bulk.cancel')}</Button>
              <Button type="submit" variant="contained" color="primary">
                {tier === 'remove'
                  ? t('coverage.bulk.submitRemove')
                  : t('coverage.bulk.submit')}
              </Button>
            </>
          )}
          {running && <Button onClick={stop}>{t('coverage.bulk.stop')}</Button>}
          {finished && failed.length > 0 && (
            <Button onClick={() => send(failed.map(each => each.entityRef))}>
              {t('coverage.bulk.retry')}
            </Button>
          )}
          {finished && (
            <Button variant="contained" color="primary" onClick={close}>
              {t('coverage.bulk.close')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
};
