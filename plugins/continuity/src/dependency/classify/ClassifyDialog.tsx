import { useId, useState, type FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import {
  parseTargetDuration,
  type DependencyEdgeDetail,
} from 'backstage-plugin-continuity-common';
import { useFormats } from '../../screen/useFormats';
import { useTranslation } from '../../translation';
import { ClassificationOutcomes } from './ClassificationOutcomes';
import { classificationItems } from './classificationItems';
import { ClassifyForm, type ClassifyDraft } from './ClassifyForm';
import { useClassify } from './useClassify';

/** Says of one or of many dependencies whether they are hard or soft, with a reason; says of each what became of it. */
export const ClassifyDialog = (props: {
  edges: DependencyEdgeDetail[];
  titles: Record<string, string>;
  /** `done`: there is nothing left to do for them. */
  onClose: (done: boolean) => void;
  /** Called when something may have changed. */
  onChanged: () => void;
}) => {
  const { edges, titles, onClose, onChanged } = props;
  const { t } = useTranslation();
  const { number } = useFormats();
  const titleId = useId();
  const { run, start, stop } = useClassify();
  const [single] = edges;
  const [draft, setDraft] = useState<ClassifyDraft>({
    strength:
      edges.length === 1 ? single.classification.strength ?? undefined : 'soft',
    endurable: '',
    reason: '',
  });
  const [asked, setAsked] = useState(false);

  const endurable = draft.endurable.trim();
  const endurableWrong =
    draft.strength === 'soft' &&
    endurable !== '' &&
    !parseTargetDuration(endurable).ok;
  const complete =
    draft.strength !== undefined && draft.reason.trim() && !endurableWrong;

  const send = async (items: ReturnType<typeof classificationItems>) => {
    const outcomes = await start(items, draft.reason.trim());
    if (outcomes.some(({ result }) => result === 'changed')) onChanged();
    // One that went well needs no report.
    const allWell = outcomes.every(
      ({ result }) => result === 'changed' || result === 'unchanged',
    );
    if (edges.length === 1 && allWell) onClose(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!complete || draft.strength === undefined) return;
    send(
      classificationItems(edges, {
        strength: draft.strength === 'remove' ? null : draft.strength,
        endurable: endurable || null,
      }),
    );
  };
  const running = run?.state === 'running';
  const finished = run?.state === 'finished';
  const failed = (run?.outcomes ?? []).filter(
    outcome => outcome.result === 'failed',
  );
  const close = () => onClose(finished ?? false);
  const heading =
    edges.length === 1
      ? t('dependency.classify.title')
      : t('dependency.classify.titleMany', {
          count: edges.length,
          shown: number(edges.length),
        });

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
          {finished ? t('dependency.classify.resultTitle') : heading}
        </DialogTitle>
        <DialogContent>
          {!run && (
            <ClassifyForm
              edges={edges}
              titles={titles}
              draft={draft}
              showMissing={asked}
              endurableWrong={endurableWrong}
              onChange={patch => setDraft(last => ({ ...last, ...patch }))}
            />
          )}
          {running && (
            <>
              <LinearProgress
                variant="determinate"
                aria-label={t('dependency.classify.saving')}
                value={(100 * run.outcomes.length) / run.total}
              />
              <Typography variant="body2" aria-live="polite">
                {t('dependency.classify.progress', {
                  done: number(run.outcomes.length),
                  total: number(run.total),
                })}
              </Typography>
            </>
          )}
          {finished && (
            <ClassificationOutcomes outcomes={run.outcomes} titles={titles} />
          )}
        </DialogContent>
        <DialogActions>
          {!run && (
            <>
              <Button onClick={close}>{t('dependency.classify.cancel')}</Button>
              <Button type="submit" variant="contained" color="primary">
                {t('dependency.classify.save')}
              </Button>
            </>
          )}
          {running && (
            <Button onClick={stop}>{t('dependency.classify.stop')}</Button>
          )}
          {finished && failed.length > 0 && (
            <Button onClick={() => send(failed.map(each => each.item))}>
              {t('dependency.classify.retry')}
            </Button>
          )}
          {finished && (
            <Button variant="contained" color="primary" onClick={close}>
              {t('dependency.classify.close')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
};
