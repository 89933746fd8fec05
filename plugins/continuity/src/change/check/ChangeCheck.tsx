import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import {
  changePolicy,
  continuityChangeAssessPermission,
  continuityChangeCreatePermission,
  type ChangeAssessment,
} from 'backstage-plugin-continuity-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { LoadError } from '../../screen/LoadError';
import { useContinuityPolicy } from '../../policy/useContinuityPolicy';
import { useListAddress } from '../../list/useListAddress';
import { ownZone } from '../../testing/form/scheduleDraft';
import { useTranslation } from '../../translation';
import { changeAddress } from '../../plan/changeAddress';
import { useChangesAddress } from '../../plan/useChangesAddress';
import { AssessmentView } from './AssessmentView';
import { ChangeForm } from './ChangeForm';
import {
  assessRequestOf,
  draftProblems,
  emptyChange,
  type ChangeDraft,
} from './changeDraft';
import {
  readCheckSearch,
  writeCheckSearch,
  type CheckSearch,
} from './checkSearch';
import { CopyMarkdown } from './CopyMarkdown';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    '& > *': { minWidth: 0, height: 'auto' },
    // cards of the new frontend system have a font of their own; what stands in them takes it over
    '& article [class*="MuiTypography-root"], & article [class*="MuiFormHelperText-root"], & [class*="MuiAlert-root"]':
      { fontFamily: 'inherit' },
    [theme.breakpoints.down('md')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  answer: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
}));

/** The form on the left, the verdict on the right. What is short of the form stands in the address, so that a check can be linked to. */
export const ChangeCheck = () => {
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const navigate = useNavigate();
  const location = useLocation();
  const changes = useChangesAddress() ?? location.pathname;
  const policy = useContinuityPolicy().value?.policy;
  const zone = policy?.timeZone ?? ownZone();
  const mayRecord = usePermission({
    permission: continuityChangeCreatePermission,
  });
  const { search, go } = useListAddress<CheckSearch & { cursor?: string }>({
    read: readCheckSearch,
    write: writeCheckSearch,
  });
  const [draft, setDraft] = useState<ChangeDraft>({
    ...emptyChange,
    ...search,
  });
  const [asked, setAsked] = useState<'check' | 'record'>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [recordError, setRecordError] = useState<string>();
  const [answer, setAnswer] = useState<{
    assessment: ChangeAssessment;
    of: ChangeDraft;
  }>();
  const latest = useRef(0);

  const check = useCallback(
    async (checked: ChangeDraft) => {
      setAsked('check');
      if (draftProblems(checked).length > 0) return;
      const mine = ++latest.current;
      setBusy(true);
      setError(undefined);
      setRecordError(undefined);
      try {
        const assessment = await api.changes.assess(
          assessRequestOf(checked, zone),
        );
        // somebody may have asked again meanwhile
        if (mine !== latest.current) return;
        setAnswer({ assessment, of: checked });
      } catch (e) {
        if (mine !== latest.current) return;
        setError(e as Error);
      }
      setBusy(false);
    },
    [api, zone],
  );

  // Whoever comes by a link wants the verdict, not a button
  const linked = useRef(search.touched.length > 0);
  useEffect(() => {
    if (!linked.current) return;
    linked.current = false;
    check({ ...emptyChange, ...search });
  }, [check, search]);

  const submit = () => {
    const { touched, type, major } = draft;
    if (writeCheckSearch(draft).toString() !== location.search.slice(1)) {
      go({ touched, type, major });
    }
    check(draft);
  };
  const record = async () => {
    setAsked('record');
    setRecordError(undefined);
    if (draftProblems(draft, { recording: true }).length > 0) return;
    setBusy(true);
    try {
      const { changeId } = await api.changes.assess({
        ...assessRequestOf(draft, zone),
        record: true,
      });
      navigate(changeId ? changeAddress(changes, changeId) : changes);
    } catch (e) {
      setRecordError(errorMessage(e));
      setBusy(false);
    }
  };
  const clear = () => {
    latest.current++;
    setDraft(emptyChange);
    setAnswer(undefined);
    setAsked(undefined);
    setError(undefined);
    setRecordError(undefined);
    setBusy(false);
    go({ touched: [], type: 'normal', major: false });
  };
  const shown = asked
    ? draftProblems(draft, { recording: asked === 'record' })
    : [];
  const outdated = answer !== undefined && answer.of !== draft && !onlySaid();

  return (
    <div className={classes.columns}>
      <ChangeForm
        draft={draft}
        zone={zone}
        models={policy ? changePolicy(policy).standardModels : []}
        shown={shown}
        busy={busy}
        onChange={setDraft}
        onCheck={submit}
        onClear={draft === emptyChange ? undefined : clear}
      />
      <div className={classes.answer} aria-live="polite" aria-busy={busy}>
        {busy && !answer && (
          <>
            <Progress />
            <Typography variant="body2">
              {t('change.answer.checking')}
            </Typography>
          </>
        )}
        {error && (
          <LoadError
            error={error}
            title={t('change.answer.failed')}
            refused={{
              title: t('change.answer.refusedTitle'),
              text: t('change.noAccess.text', {
                permission: continuityChangeAssessPermission.name,
              }),
            }}
            onRetry={submit}
          />
        )}
        {!answer && !busy && !error && (
          <EntityInfoCard title={t('change.answer.waiting')}>
            <Typography variant="body2">
              {t('change.answer.waitingText')}
            </Typography>
          </EntityInfoCard>
        )}
        {outdated && !error && (
          <Alert severity="info" role="status">
            {t('change.answer.outdated')}
          </Alert>
        )}
        {recordError && (
          <Alert severity="error" role="alert">
            {t('change.answer.recordFailed', { message: recordError })}
          </Alert>
        )}
        {answer && !error && (
          <AssessmentView
            assessment={answer.assessment}
            actions={
              <>
                {mayRecord.allowed && (
                  <Button
                    variant="contained"
                    color="primary"
                    disabled={busy || outdated}
                    onClick={record}
                  >
                    {t('change.answer.record')}
                  </Button>
                )}
                <CopyMarkdown assessment={answer.assessment} />
                {!mayRecord.loading && !mayRecord.allowed && (
                  <Typography variant="body2">
                    {t('change.answer.mayNotRecord', {
                      permission: continuityChangeCreatePermission.name,
                    })}
                  </Typography>
                )}
              </>
            }
          />
        )}
      </div>
    </div>
  );

  /** Title, number and link are no part of what is checked. */
  function onlySaid(): boolean {
    const { title, id, url } = draft;
    return (
      JSON.stringify({ ...answer!.of, title, id, url }) ===
      JSON.stringify(draft)
    );
  }
};
