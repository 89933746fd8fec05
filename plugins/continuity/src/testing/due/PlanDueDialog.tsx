import { Link } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import {
  testEnvironments,
  type PlanDueResponse,
  type TestDepth,
  type TestEnvironment,
} from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import { EntityName } from '../../catalog/EntityName';
import { errorMessage } from '../../screen/errorMessage';
import { PartyPicker } from '../../profile/PartyPicker';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { DepthName } from '../DepthName';
import { ConflictList } from '../form/ConflictList';
import {
  morningOf,
  scheduleOf,
  scheduleProblem,
  usualDay,
} from '../form/scheduleDraft';
import { ScheduleFields } from '../form/ScheduleFields';
import { newTestAddress, testAddress } from '../testAddress';
import { scheduleText } from '../testMoments';
import type { DueItem } from './dueItem';

const useStyles = makeStyles(theme => ({
  items: { listStyle: 'none', margin: theme.spacing(0, 0, 2), padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5),
    margin: theme.spacing(1.5, 0),
    '& > *': { flex: 1, minWidth: 200 },
  },
}));

/** Names at most this many in the dialog. */
const NAMED = 6;

/** Plans tests for due items: one for all of a depth, or one each. */
export const PlanDueDialog = (props: {
  items: readonly DueItem[];
  /** The day on which they were dropped. */
  day?: string;
  /** In which it is planned, if nothing else is chosen. */
  timeZone: string;
  testsAddress: string;
  onPlanned: () => void;
  onClose: () => void;
}) => {
  const { items, onClose } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const [answer, setAnswer] = useState<PlanDueResponse>();
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={titleId}>
        {t('testing.due.dialog.title', { count: items.length })}
      </DialogTitle>
      {answer ? (
        <Planned
          answer={answer}
          timeZone={props.timeZone}
          testsAddress={props.testsAddress}
          onClose={onClose}
        />
      ) : (
        <PlanForm {...props} onAnswer={setAnswer} />
      )}
    </Dialog>
  );
};

function PlanForm(props: {
  items: readonly DueItem[];
  day?: string;
  timeZone: string;
  testsAddress: string;
  onPlanned: () => void;
  onAnswer: (answer: PlanDueResponse) => void;
  onClose: () => void;
}) {
  const { items, testsAddress, onPlanned, onAnswer, onClose } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const identityApi = useApi(identityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState(() => {
    const { timeZone } = props;
    return morningOf(props.day ?? usualDay(new Date(), timeZone), timeZone);
  });
  const [tests, setTests] = useState<'one' | 'one-per-entity'>('one');
  const [environment, setEnvironment] = useState<TestEnvironment | ''>('');
  const [facilitator, setFacilitator] = useState<{
    ref: string;
    title: string;
  }>();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const me = useAsync(async () => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    const { displayName } = await identityApi.getProfileInfo();
    return { ref: userEntityRef, title: displayName ?? '' };
  }, [identityApi]);
  const chosen = facilitator ?? me.value;
  const problem = scheduleProblem(draft);
  const entities = [...new Set(items.map(({ entityRef }) => entityRef))];
  const depths = [...new Set(items.map(({ depth }) => depth))];
  const count = tests === 'one' ? depths.length : items.length;
  const first: TestDepth = depths[0];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (problem || !chosen?.ref) return;
    setBusy(true);
    setError(undefined);
    try {
      onAnswer(
        await api.tests.planDue({
          items: items.map(({ entityRef, depth }) => ({ entityRef, depth })),
          tests,
          schedule: scheduleOf(draft),
          facilitator: chosen.ref,
          ...(environment ? { environment } : {}),
        }),
      );
      onPlanned();
    } catch (e) {
      setBusy(false);
      setError(t('testing.failed', { message: errorMessage(e) }));
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <DialogContent>
        <ul
          className={classes.items}
          aria-label={t('testing.due.dialog.items')}
        >
          {items.slice(0, NAMED).map(({ entityRef, title, depth }) => (
            <li key={`${depth} ${entityRef}`}>
              <EntityName entityRef={entityRef} title={title} />{' '}
              <DepthName depth={depth} />
            </li>
          ))}
          {items.length > NAMED && (
            <li>{t('plan.scope.more', { count: items.length - NAMED })}</li>
          )}
        </ul>
        {items.length > 1 && (
          <RadioGroup
            aria-label={t('testing.due.dialog.how')}
            value={tests}
            onChange={(_, value) =>
              setTests(value === 'one' ? 'one' : 'one-per-entity')
            }
          >
            <FormControlLabel
              value="one"
              control={<Radio color="primary" size="small" />}
              label={t('testing.due.dialog.one', { count: depths.length })}
            />
            <FormControlLabel
              value="one-per-entity"
              control={<Radio color="primary" size="small" />}
              label={t('testing.due.dialog.each')}
            />
          </RadioGroup>
        )}
        <div className={classes.row}>
          <PartyPicker
            id={`${id}-facilitator`}
            label={t('testing.form.facilitator')}
            value={chosen?.ref ?? ''}
            title={chosen?.title || undefined}
            error={
              asked && !chosen?.ref
                ? t('testing.form.facilitatorNeeded')
                : undefined
            }
            onChange={(ref, title) => setFacilitator({ ref, title })}
          />
          <TextField
            id={`${id}-environment`}
            select
            label={t('testing.form.environment')}
            value={environment}
            onChange={event =>
              setEnvironment(event.target.value as TestEnvironment | '')
            }
            SelectProps={{ displayEmpty: true }}
            InputLabelProps={{ shrink: true }}
            variant="outlined"
            size="small"
          >
            <MenuItem value="">{t('testing.due.dialog.asDemanded')}</MenuItem>
            {testEnvironments.map(each => (
              <MenuItem key={each} value={each}>
                {t(`testing.environment.${each}`)}
              </MenuItem>
            ))}
          </TextField>
        </div>
        <ScheduleFields
          draft={draft}
          error={
            problem && (asked || problem === 'backwards')
              ? t(`testing.form.schedule.${problem}`)
              : undefined
          }
          onChange={setDraft}
        />
        <ConflictList
          request={
            problem
              ? undefined
              : {
                  entities,
                  participants: chosen?.ref ? [chosen.ref] : [],
                  ...(environment ? { environment } : {}),
                  schedule: scheduleOf(draft),
                }
          }
        />
        {depths.length === 1 && entities.length <= 40 && (
          <Typography variant="body2">
            <Link
              to={newTestAddress(testsAddress, {
                entities,
                depth: first,
                day: draft.startDay || undefined,
              })}
            >
              {t('testing.due.dialog.form')}
            </Link>
          </Typography>
        )}
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
          {t('testing.due.dialog.submit', { count })}
        </Button>
      </DialogActions>
    </form>
  );
}

function Planned(props: {
  answer: PlanDueResponse;
  timeZone: string;
  testsAddress: string;
  onClose: () => void;
}) {
  const { answer, timeZone, testsAddress, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const { tests, refused } = answer;
  return (
    <>
      <DialogContent>
        <Typography variant="body2" role="status" gutterBottom>
          {t('testing.due.dialog.planned', { count: tests.length })}
        </Typography>
        <ul className={classes.items}>
          {tests.slice(0, 20).map(test => (
            <li key={test.id}>
              <Link to={testAddress(testsAddress, test.id)}>{test.title}</Link>,{' '}
              {scheduleText(test, locale, { timeZone })}
            </li>
          ))}
          {tests.length > 20 && (
            <li>{t('plan.scope.more', { count: tests.length - 20 })}</li>
          )}
        </ul>
        {refused.length > 0 && (
          <Alert severity="warning">
            {t('testing.due.dialog.refused', { count: refused.length })}
            <ul>
              {refused.map(({ entityRef, depth, message }) => (
                <li key={`${depth} ${entityRef}`}>
                  <EntityName entityRef={entityRef} />: {message}
                </li>
              ))}
            </ul>
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="primary" onClick={onClose}>
          {t('testing.close')}
        </Button>
      </DialogActions>
    </>
  );
}
