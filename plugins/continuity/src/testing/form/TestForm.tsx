import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type { TestDetail } from 'backstage-plugin-continuity-common';
import { useEffect, useId, useMemo, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { nameOfRef } from '../../catalog/EntityName';
import { partyName } from '../../profile/valueText';
import { DiscardDialog } from '../../profile/DiscardDialog';
import { PartyPicker } from '../../profile/PartyPicker';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { testAddress } from '../testAddress';
import { ConflictList } from './ConflictList';
import { draftIssues } from './draftIssues';
import { FormSection } from './FormSection';
import { ParticipantsField } from './ParticipantsField';
import { ScheduleFields } from './ScheduleFields';
import { scheduleOf, scheduleProblem } from './scheduleDraft';
import { heldOf, testContentsOf, type TestDraft } from './testDraft';
import { forgetTestDraft, keepTestDraft, readTestDraft } from './testDraftCopy';
import { TestFormContents } from './TestFormContents';
import { TestFormSubject } from './TestFormSubject';
import { useLeaveGuard } from './useLeaveGuard';
import { usePlanSuggestions } from './usePlanSuggestions';
import { issueAt, useTestSaving } from './useTestSaving';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    gap: theme.spacing(3),
    alignItems: 'start',
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& > *': { minWidth: 0 },
  },
  side: { position: 'sticky', top: theme.spacing(2) },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    '& > *': { flex: 1, minWidth: 240 },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    marginTop: theme.spacing(3),
  },
}));

/** Plans a test, changes one that is planned, or enters one that was held. */
export const TestForm = (props: {
  /** The test that is changed; undefined for a new one. */
  test: TestDetail | undefined;
  beginning: TestDraft;
  /** Under which what is written is kept while it is not saved. */
  copyKey: string;
  testsAddress: string;
}) => {
  const { test, beginning, copyKey, testsAddress } = props;
  const classes = useStyles();
  const navigate = useNavigate();
  const { t } = useTranslation();
  const id = useId();
  const [kept] = useState(() => readTestDraft(copyKey));
  const [restored, setRestored] = useState(Boolean(kept));
  const [draft, setDraft] = useState<TestDraft>(kept ?? beginning);
  const [reason, setReason] = useState('');
  const [leavingNow, setLeavingNow] = useState(false);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(beginning);
  const back = test ? testAddress(testsAddress, test.id) : testsAddress;
  /** Once it has begun, what it was measured by stays. */
  const isFixed = test !== undefined && test.state !== 'planned';
  const moved =
    test !== undefined &&
    !isFixed &&
    JSON.stringify(draft.schedule) !== JSON.stringify(beginning.schedule);

  const { suggestions, loading: looking } = usePlanSuggestions(
    isFixed ? [] : draft.entities,
  );
  const plans = draft.plans ?? suggestions;
  const title = useMemo(() => {
    const [first, ...rest] = draft.entities;
    if (!first) return '';
    return t(
      rest.length ? 'testing.form.titleOfMany' : 'testing.form.titleOf',
      {
        depth: t(`policy.depth.${draft.depth}`),
        name: draft.names[first] ?? nameOfRef(first),
        count: rest.length,
      },
    );
  }, [t, draft.entities, draft.depth, draft.names]);
  const saving = useTestSaving({
    test,
    onSaved: saved => {
      forgetTestDraft(copyKey);
      setLeavingNow(true);
      navigate(testAddress(testsAddress, saved.id));
    },
  });
  const { issues } = saving;
  const { leaving, setLeaving } = useLeaveGuard(isDirty && !leavingNow);

  useEffect(() => {
    if (leavingNow) return;
    if (isDirty) keepTestDraft(copyKey, draft);
    else forgetTestDraft(copyKey);
  }, [copyKey, draft, isDirty, leavingNow]);

  const change = (patch: Partial<TestDraft>) =>
    setDraft(before => ({ ...before, ...patch }));
  const leave = (to: string) => {
    forgetTestDraft(copyKey);
    setLeavingNow(true);
    navigate(to);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const contents = testContentsOf(draft, { title, plans });
    const wrong = draftIssues(t, draft, contents);
    if (moved && !reason.trim()) {
      wrong.push({
        field: 'reason',
        message: t('testing.schedule.move.reasonNeeded'),
      });
    }
    saving.save(wrong, contents, {
      ...(draft.kind === 'invocation' && { origin: 'invocation' as const }),
      ...(draft.kind !== 'plan' && { held: heldOf(draft) }),
      ...(moved && { reason: reason.trim() }),
    });
  };

  const isPlan = draft.kind === 'plan';
  const conflicts = (
    <ConflictList
      request={
        draft.entities.length === 0 || scheduleProblem(draft.schedule)
          ? undefined
          : {
              ...(test && { testId: test.id }),
              entities: draft.entities,
              participants: [
                ...(draft.facilitator ? [draft.facilitator] : []),
                ...draft.participants,
              ],
              environment: draft.environment,
              schedule: scheduleOf(draft.schedule),
            }
      }
    />
  );

  return (
    <form onSubmit={submit} noValidate>
      {restored && kept && (
        <Alert
          severity="info"
          action={
            <Button
              color="inherit"
              size="small"
              onClick={() => {
                setDraft(beginning);
                setRestored(false);
              }}
            >
              {t('testing.form.startOver')}
            </Button>
          }
        >
          {t('testing.form.restored')}
        </Alert>
      )}
      <div className={classes.columns}>
        <EntityInfoCard>
          {!isFixed && (
            <TestFormSubject
              draft={draft}
              issues={issues}
              isNew={!test}
              onChange={setDraft}
            />
          )}
          <FormSection title={t('testing.form.titleSection')}>
            <TextField
              id={`${id}-title`}
              fullWidth
              label={t('testing.form.title')}
              placeholder={title}
              value={draft.title}
              onChange={event => change({ title: event.target.value })}
              error={Boolean(issueAt(issues, 'title'))}
              helperText={
                issueAt(issues, 'title') ??
                (title && !draft.title
                  ? t('testing.form.titleHint', { title })
                  : undefined)
              }
              inputProps={{ maxLength: 200 }}
              variant="outlined"
              size="small"
            />
          </FormSection>
          {!isFixed && (
            <FormSection
              title={t(isPlan ? 'testing.form.when' : 'testing.form.whenHeld')}
              hint={isPlan ? undefined : t('testing.form.whenHeldHint')}
            >
              <ScheduleFields
                draft={draft.schedule}
                error={issueAt(issues, 'schedule') ?? issueAt(issues, 'held')}
                onChange={schedule => change({ schedule })}
              />
              {moved && (
                <TextField
                  id={`${id}-reason`}
                  fullWidth
                  label={t('testing.schedule.move.reason')}
                  value={reason}
                  onChange={event => setReason(event.target.value)}
                  error={Boolean(issueAt(issues, 'reason'))}
                  helperText={
                    issueAt(issues, 'reason') ??
                    t('testing.schedule.move.reasonHint')
                  }
                  inputProps={{ maxLength: 2_000 }}
                  variant="outlined"
                  size="small"
                />
              )}
            </FormSection>
          )}
          <FormSection title={t('testing.form.who')}>
            <div className={classes.row}>
              {!isFixed && (
                <PartyPicker
                  id={`${id}-facilitator`}
                  label={t('testing.form.facilitator')}
                  value={draft.facilitator}
                  title={
                    draft.facilitator
                      ? draft.names[draft.facilitator] ??
                        partyName(draft.facilitator)
                      : undefined
                  }
                  error={issueAt(issues, 'facilitator')}
                  onChange={(ref, name) =>
                    change({
                      facilitator: ref,
                      names: { ...draft.names, ...(ref && { [ref]: name }) },
                    })
                  }
                />
              )}
              <ParticipantsField
                id={id}
                participants={draft.participants}
                names={draft.names}
                error={issueAt(issues, 'participants')}
                onChange={(participants, names) =>
                  change({ participants, names: { ...draft.names, ...names } })
                }
              />
            </div>
          </FormSection>
          <TestFormContents
            draft={draft}
            issues={issues}
            isFixed={isFixed}
            plans={plans}
            suggestions={suggestions}
            looking={looking}
            onChange={setDraft}
          />
          {saving.failure && (
            <Alert severity="error" role="alert">
              {saving.failure}
              {saving.newer && (
                <>
                  {' '}
                  <Moment at={saving.newer.updatedAt} />
                  {'. '}
                  <Button size="small" onClick={() => leave(back)}>
                    {t('testing.form.takeTheirs')}
                  </Button>
                </>
              )}
            </Alert>
          )}
          <div className={classes.actions}>
            <Button onClick={() => (isDirty ? setLeaving(back) : leave(back))}>
              {t('testing.cancel')}
            </Button>
            <Button
              type="submit"
              color="primary"
              variant="contained"
              disabled={saving.busy}
            >
              {t(
                test
                  ? 'testing.form.save'
                  : `testing.form.submit.${draft.kind}`,
              )}
            </Button>
          </div>
        </EntityInfoCard>
        {isPlan && !isFixed && (
          <div className={classes.side}>
            <EntityInfoCard title={t('testing.form.conflict.title')}>
              {conflicts}
              <Typography variant="caption" color="textSecondary">
                {t('testing.form.conflict.hint')}
              </Typography>
            </EntityInfoCard>
          </div>
        )}
      </div>
      {leaving && (
        <DiscardDialog
          onKeep={() => setLeaving(undefined)}
          onDiscard={() => leave(leaving)}
        />
      )}
    </form>
  );
};
