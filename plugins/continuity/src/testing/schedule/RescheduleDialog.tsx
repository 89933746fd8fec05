import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import {
  readTestConflict,
  type TestDetail,
} from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { ConflictList } from '../form/ConflictList';
import {
  scheduleDraftOf,
  scheduleOf,
  scheduleProblem,
  type ScheduleDraft,
} from '../form/scheduleDraft';
import { ScheduleFields } from '../form/ScheduleFields';
import { scheduleText } from '../testMoments';

/** Moves a planned test to another time, with the reason, which is kept. */
export const RescheduleDialog = (props: {
  testId: string;
  title: string;
  /** By how many days it was dragged. */
  days?: number;
  onMoved: (test: TestDetail) => void;
  onClose: () => void;
}) => {
  const { testId, title, days, onMoved, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const titleId = useId();
  const loaded = useAsync(() => api.tests.get(testId), [api, testId]);
  const mayMove = loaded.value?.allowedActions.includes('test.reschedule');
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={titleId}>
        {t('testing.schedule.move.title', { title })}
      </DialogTitle>
      {loaded.value && mayMove ? (
        <MoveForm
          test={loaded.value}
          days={days}
          onMoved={onMoved}
          onClose={onClose}
        />
      ) : (
        <>
          <DialogContent>
            {loaded.loading && <Progress />}
            {loaded.error && (
              <Alert severity="error">
                {t('testing.failed', { message: errorMessage(loaded.error) })}
              </Alert>
            )}
            {loaded.value && (
              <Alert severity="info">
                {t('testing.schedule.move.notAllowed')}
              </Alert>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('testing.close')}</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
};

function MoveForm(props: {
  test: TestDetail;
  days?: number;
  onMoved: (test: TestDetail) => void;
  onClose: () => void;
}) {
  const { days, onMoved, onClose } = props;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const locale = useLocale();
  const id = useId();
  const [test, setTest] = useState(props.test);
  const [draft, setDraft] = useState<ScheduleDraft>(() =>
    scheduleDraftOf(props.test.contents.schedule, { days }),
  );
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const problem = scheduleProblem(draft);
  const { entities, facilitator, participants, environment } = test.contents;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (problem || !reason.trim()) return;
    setBusy(true);
    setError(undefined);
    try {
      onMoved(
        await api.tests.reschedule(
          test.id,
          { schedule: scheduleOf(draft), reason: reason.trim() },
          { revision: test.revision },
        ),
      );
    } catch (e) {
      setBusy(false);
      const newer = readTestConflict(e);
      if (newer) setTest(newer);
      setError(
        newer
          ? t('testing.schedule.move.changed', {
              when: scheduleText(newer, locale, {
                timeZone: newer.timeZone,
              }),
            })
          : t('testing.failed', { message: errorMessage(e) }),
      );
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <DialogContent>
        <DialogContentText>
          {t('testing.schedule.move.from', {
            when: scheduleText(test, locale, { timeZone: test.timeZone }),
          })}
        </DialogContentText>
        <ScheduleFields
          draft={draft}
          error={
            problem && (asked || problem === 'backwards')
              ? t(`testing.form.schedule.${problem}`)
              : undefined
          }
          onChange={setDraft}
        />
        <TextField
          id={`${id}-reason`}
          label={t('testing.schedule.move.reason')}
          value={reason}
          onChange={event => setReason(event.target.value)}
          error={asked && !reason.trim()}
          helperText={
            asked && !reason.trim()
              ? t('testing.schedule.move.reasonNeeded')
              : t('testing.schedule.move.reasonHint')
          }
          inputProps={{ maxLength: 2_000 }}
          variant="outlined"
          size="small"
          margin="dense"
          fullWidth
          required
        />
        <ConflictList
          request={
            problem
              ? undefined
              : {
                  testId: test.id,
                  entities,
                  participants: [facilitator, ...participants],
                  environment,
                  schedule: scheduleOf(draft),
                }
          }
        />
        {error && (
          <Alert severity="error" role="alert">
            {error}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('testing.cancel')}</Button>
        <Button
          type="submit"
          color="primary"
          variant="contained"
          disabled={busy}
        >
          {t('testing.schedule.move.submit')}
        </Button>
      </DialogActions>
    </form>
  );
}
