import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import {
  planShortcomings,
  type PlanShortcoming,
  type PlanDetail,
} from 'backstage-plugin-continuity-common';
import { useMemo, useState } from 'react';
import { PartyPicker } from '../../profile/PartyPicker';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { PlanConflictPanel } from './PlanConflictPanel';
import { PlanEditorFields } from './PlanEditorFields';
import { PlanReferenceEditor } from './PlanReferenceEditor';
import { PlanSaveLine } from './PlanSaveLine';
import { PlanShortcomings } from '../PlanShortcomings';
import { PlanSubmitDialog } from '../page/PlanSubmitDialog';
import { usePlanDraft } from './usePlanDraft';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
    '& > *, & $main > *, & $side > *': { height: 'auto', minWidth: 0 },
    '& [class*="MuiAlert-root"], & [class*="MuiButton-root"], & [class*="MuiTypography-root"]':
      {
        fontFamily: 'inherit',
      },
  },
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 3,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1, 2),
    border: `1px solid ${theme.palette.divider}`,
  },
  name: { flex: 1, minWidth: 200, fontWeight: 700 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 2fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& $side': { order: -1, position: 'static', maxHeight: 'none' },
    },
  },
  main: { minWidth: 0 },
  side: {
    position: 'sticky',
    top: 72,
    minWidth: 0,
    maxHeight: 'calc(100vh - 90px)',
    overflowY: 'auto',
  },
  basics: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(3),
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  wide: { gridColumn: '1 / -1' },
  last: {
    marginTop: theme.spacing(3),
    paddingTop: theme.spacing(2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

function goTo(content: PlanShortcoming['content']) {
  const section = document.getElementById(`plan-${content}`);
  section?.scrollIntoView?.({ block: 'start', behavior: 'smooth' });
  section?.focus({ preventScroll: true });
}

/** The plan's page while it is written: it saves itself, and says what is missing before it can be submitted. */
export const PlanEditor = (props: {
  plan: PlanDetail;
  /** With the plan as it was last saved, where it was. */
  onClose: (plan: PlanDetail | undefined) => void;
}) => {
  const { plan, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const draft = usePlanDraft(plan);
  const { contents, change, save } = draft;
  const [submitting, setSubmitting] = useState<PlanDetail>();
  const [ownerTitle, setOwnerTitle] = useState(plan.owner.title);
  const [stuck, setStuck] = useState(false);
  // a conflict that was resolved, or a copy that was taken over, fills all fields anew
  const [filling, setFilling] = useState(0);
  const shortcomings = useMemo(
    () => planShortcomings(plan.kind, contents),
    [plan.kind, contents],
  );
  const titles = useMemo(
    () =>
      new Map(
        plan.scopeEntries.flatMap(({ entityRef, title }) =>
          title === null ? [] : [[entityRef, title] as const],
        ),
      ),
    [plan.scopeEntries],
  );
  const returned = (plan.draft ?? plan.version).returnReason;
  const number = plan.open?.version ?? (plan.versions[0]?.version ?? 0) + 1;

  const finish = async () => {
    const { isSaved, plan: newest } = await draft.flush();
    if (isSaved) onClose(newest);
    else setStuck(true);
  };
  const submit = async () => {
    const { isSaved, plan: newest } = await draft.flush();
    if (isSaved) setSubmitting(newest ?? plan);
  };
  const maySubmit =
    (plan.allowedActions.includes('plan.submit') || !plan.open) &&
    save.state !== 'conflict';

  return (
    <div className={classes.root}>
      <Paper className={classes.bar} elevation={2} square={false}>
        <Typography component="h2" className={classes.name}>
          {t('plan.editor.title', {
            title: contents.title || plan.title,
            version: number,
          })}
        </Typography>
        <PlanSaveLine save={save} onRetry={draft.flush} />
        <Button size="small" onClick={finish}>
          {t('plan.editor.done')}
        </Button>
        {maySubmit && (
          <Button
            size="small"
            variant="contained"
            color="primary"
            disabled={shortcomings.length > 0}
            onClick={submit}
          >
            {t('plan.action.submit')}
          </Button>
        )}
      </Paper>
      {draft.editors.map(({ by, lastSeenAt }) => (
        <Alert key={by} severity="warning" role="status">
          {t('plan.editor.alsoHere', { who: partyName(by) })}{' '}
          <Moment at={lastSeenAt} />
        </Alert>
      ))}
      {stuck && save.state !== 'saved' && (
        <Alert
          severity="warning"
          role="alert"
          action={
            <Button
              color="inherit"
              size="small"
              onClick={() => onClose(undefined)}
            >
              {t('plan.editor.leaveAnyway')}
            </Button>
          }
        >
          {t('plan.editor.stuck')}
        </Alert>
      )}
      {draft.copy && (
        <Alert
          severity="info"
          role="alert"
          action={
            <>
              <Button
                color="inherit"
                size="small"
                onClick={() => {
                  draft.takeCopy();
                  setFilling(before => before + 1);
                }}
              >
                {t('plan.editor.takeCopy')}
              </Button>
              <Button color="inherit" size="small" onClick={draft.dropCopy}>
                {t('plan.editor.dropCopy')}
              </Button>
            </>
          }
        >
          {t('plan.editor.copy')} <Moment at={draft.copy.at} />
        </Alert>
      )}
      {save.state === 'conflict' && (
        <PlanConflictPanel
          conflict={save.conflict}
          base={draft.base}
          mine={contents}
          onResolve={merged => {
            draft.resolve(merged);
            setFilling(before => before + 1);
          }}
        />
      )}
      {returned && (
        <Alert severity="warning">
          {t('plan.standing.returned', {
            who: partyName((plan.draft ?? plan.version).returnedBy ?? ''),
            reason: returned,
          })}
        </Alert>
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          <EntityInfoCard>
            <div key={filling}>
              <div className={classes.basics}>
                <TextField
                  id="plan-title"
                  className={classes.wide}
                  label={t('plan.new.title')}
                  value={contents.title}
                  onChange={event =>
                    change(before => ({ ...before, title: event.target.value }))
                  }
                  error={!contents.title.trim()}
                  helperText={
                    contents.title.trim()
                      ? undefined
                      : t('plan.new.titleNeeded')
                  }
                  variant="outlined"
                  size="small"
                  inputProps={{ maxLength: 200 }}
                />
                <PartyPicker
                  id="plan-owner"
                  label={t('plan.new.owner')}
                  value={draft.owner}
                  title={ownerTitle ?? partyName(draft.owner)}
                  onChange={(ref, title) => {
                    if (!ref) return;
                    setOwnerTitle(title);
                    draft.setOwner(ref);
                  }}
                />
                <TextField
                  id="plan-changeReference"
                  label={t('plan.changeReference')}
                  value={contents.changeReference}
                  onChange={event =>
                    change(before => ({
                      ...before,
                      changeReference: event.target.value,
                    }))
                  }
                  helperText={t('plan.editor.changeHint')}
                  variant="outlined"
                  size="small"
                  inputProps={{ maxLength: 500 }}
                />
              </div>
              <PlanEditorFields
                kind={plan.kind}
                contents={contents}
                shortcomings={shortcomings}
                titles={titles}
                onChange={change}
              />
              <section className={classes.last}>
                <PlanReferenceEditor
                  reference={contents.reference}
                  onChange={reference =>
                    change(before => ({ ...before, reference }))
                  }
                />
              </section>
            </div>
          </EntityInfoCard>
        </div>
        <div className={classes.side}>
          <PlanShortcomings
            kind={plan.kind}
            shortcomings={shortcomings}
            contents={contents}
            onGo={goTo}
          />
        </div>
      </div>
      {submitting && (
        <PlanSubmitDialog
          plan={submitting}
          onDone={onClose}
          onClose={() => setSubmitting(undefined)}
        />
      )}
    </div>
  );
};
