import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import type { CoverageAskResponse } from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent } from 'react';
import { continuityApiRef } from '../api';
import { EntityName } from '../catalog/EntityName';
import { errorMessage } from '../screen/errorMessage';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';

/** The server takes that many at once. */
const MOST = 500;

const results = {
  asked: 'asked',
  'asked-before': 'askedBefore',
  nobody: 'nobody',
  failed: 'failed',
} as const;

/** Asks those who answer for the chosen services, one notification each; says of each what became of it. */
export const AskOwnersDialog = (props: {
  /** Titles by ref. */
  chosen: ReadonlyMap<string, string>;
  /** `done`: there is nothing left to do for what was chosen. */
  onClose: (done: boolean) => void;
}) => {
  const { chosen, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { number } = useFormats();
  const titleId = useId();
  const [message, setMessage] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<CoverageAskResponse>();
  const [failure, setFailure] = useState<string>();
  const missing = asked && !message.trim();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!message.trim()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      setAnswer(
        await api.coverage.askOwners({
          entityRefs: [...chosen.keys()],
          message,
        }),
      );
    } catch (error) {
      setFailure(errorMessage(error));
    } finally {
      setBusy(false);
    }
  };
  const tooMany = chosen.size > MOST;
  return (
    <Dialog
      open
      onClose={busy ? undefined : () => onClose(answer !== undefined)}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>
          {answer
            ? t('coverage.bulk.resultTitle')
            : t('coverage.ask.title', {
                count: chosen.size,
                shown: number(chosen.size),
              })}
        </DialogTitle>
        <DialogContent>
          {!answer && (
            <>
              <Typography variant="body2" gutterBottom>
                {t('coverage.ask.text')}
              </Typography>
              <TextField
                variant="outlined"
                margin="normal"
                required
                multiline
                fullWidth
                minRows={3}
                id="continuity-coverage-ask"
                label={t('coverage.ask.message')}
                value={message}
                error={missing}
                helperText={missing ? t('coverage.ask.messageMissing') : ' '}
                onChange={event => setMessage(event.target.value)}
                inputProps={{ maxLength: 1000 }}
              />
              {tooMany && (
                <Alert severity="warning">
                  {t('coverage.ask.tooMany', { most: number(MOST) })}
                </Alert>
              )}
            </>
          )}
          {failure && <Alert severity="error">{failure}</Alert>}
          {answer && (
            <ul role="status">
              {answer.items.map(item => (
                <li key={item.ownerRef ?? ''}>
                  {item.ownerRef ? (
                    <EntityName
                      entityRef={item.ownerRef}
                      title={answer.names[item.ownerRef]}
                      defaultKind="group"
                    />
                  ) : (
                    t('coverage.ask.noOwner')
                  )}
                  {': '}
                  {t(`coverage.ask.${results[item.result]}`, {
                    count: item.entityRefs.length,
                    shown: number(item.entityRefs.length),
                  })}
                  {item.message && ` ${item.message}`}
                </li>
              ))}
              {answer.unknown.length > 0 && (
                <li>
                  {t('coverage.ask.unknown', {
                    count: answer.unknown.length,
                    shown: number(answer.unknown.length),
                  })}
                </li>
              )}
            </ul>
          )}
        </DialogContent>
        <DialogActions>
          {answer ? (
            <Button
              variant="contained"
              color="primary"
              onClick={() => onClose(true)}
            >
              {t('coverage.bulk.close')}
            </Button>
          ) : (
            <>
              <Button disabled={busy} onClick={() => onClose(false)}>
                {t('coverage.bulk.cancel')}
              </Button>
              <Button
                type="submit"
                variant="contained"
                color="primary"
                disabled={busy || tooMany}
              >
                {t('coverage.ask.submit')}
              </Button>
            </>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
};
