import Chip from '@material-ui/core/Chip';
import FormHelperText from '@material-ui/core/FormHelperText';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  findingSeverities,
  testingPolicy,
  type FindingSeverity,
} from 'backstage-plugin-continuity-common';
import { useEffect } from 'react';
import { nameOfRef } from '../../catalog/EntityName';
import { EntityFinder } from '../../catalog/EntityFinder';
import { useContinuityPolicy } from '../../policy/useContinuityPolicy';
import { PartyPicker } from '../../profile/PartyPicker';
import { useTranslation } from '../../translation';
import {
  policyDueDay,
  type DraftOfFinding,
  type FindingProblem,
} from './findingDraft';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), marginTop: theme.spacing(1) },
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: theme.spacing(2),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  chips: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
}));

/** The fields of a finding: what, how bad, who deals with it until when, and why it came about. */
export const FindingFields = (props: {
  id: string;
  draft: DraftOfFinding;
  /** Shown once somebody tried to go on. */
  problems: readonly FindingProblem[];
  /** The services that it can be about; without it, all of the catalog. */
  scope?: ReadonlyArray<{ entityRef: string; title: string | null }>;
  onChange: (draft: DraftOfFinding) => void;
}) => {
  const { id, draft, problems, scope, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const policy = useContinuityPolicy().value?.policy;
  const set = (patch: Partial<DraftOfFinding>) =>
    onChange({ ...draft, ...patch });
  const dueOf = (severity: FindingSeverity) =>
    policy
      ? policyDueDay(testingPolicy(policy).findings, severity, {
          zone: policy.timeZone,
        })
      : '';
  const suggested = dueOf(draft.severity);
  useEffect(() => {
    if (!draft.dueOn && suggested) onChange({ ...draft, dueOn: suggested });
  }, [draft, suggested, onChange]);
  const wrong = (field: FindingProblem) => problems.includes(field);
  const titleOf = (ref: string) =>
    scope?.find(({ entityRef }) => entityRef === ref)?.title ??
    nameOfRef(ref, 'component');

  return (
    <div className={classes.root}>
      <TextField
        id={`${id}-title`}
        label={t('finding.field.title')}
        variant="outlined"
        size="small"
        value={draft.title}
        error={wrong('title')}
        helperText={wrong('title') ? t('finding.problem.title') : undefined}
        onChange={event => set({ title: event.target.value })}
        inputProps={{ maxLength: 200 }}
      />
      <div className={classes.line}>
        <TextField
          id={`${id}-severity`}
          select
          label={t('finding.field.severity')}
          variant="outlined"
          size="small"
          value={draft.severity}
          onChange={event => {
            const severity = event.target.value as FindingSeverity;
            // a day that somebody chose stays
            set({
              severity,
              ...(draft.dueOn === suggested && { dueOn: dueOf(severity) }),
            });
          }}
        >
          {findingSeverities.map(each => (
            <MenuItem key={each} value={each}>
              {t(`finding.severity.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        <PartyPicker
          id={`${id}-owner`}
          label={t('finding.field.owner')}
          value={draft.owner}
          title={draft.ownerTitle || undefined}
          error={wrong('owner') ? t('finding.problem.owner') : undefined}
          onChange={(owner, ownerTitle) => set({ owner, ownerTitle })}
        />
        <TextField
          id={`${id}-due`}
          label={t('finding.field.due')}
          type="date"
          variant="outlined"
          size="small"
          value={draft.dueOn}
          error={wrong('dueOn')}
          helperText={wrong('dueOn') ? t('finding.problem.dueOn') : undefined}
          onChange={event => set({ dueOn: event.target.value })}
          InputLabelProps={{ shrink: true }}
        />
      </div>
      {scope ? (
        <TextField
          id={`${id}-entities`}
          select
          label={t('finding.field.entities')}
          variant="outlined"
          size="small"
          value={draft.entities}
          error={wrong('entities')}
          helperText={
            wrong('entities') ? t('finding.problem.entities') : undefined
          }
          SelectProps={{
            multiple: true,
            renderValue: refs => (refs as string[]).map(titleOf).join(', '),
            MenuProps: { getContentAnchorEl: null },
          }}
          onChange={event =>
            set({ entities: event.target.value as unknown as string[] })
          }
        >
          {scope.map(({ entityRef }) => (
            <MenuItem key={entityRef} value={entityRef}>
              {titleOf(entityRef)}
            </MenuItem>
          ))}
        </TextField>
      ) : (
        <div>
          <EntityFinder
            id={`${id}-entities`}
            label={t('finding.field.addEntity')}
            without={draft.entities}
            onPick={({ ref }) => set({ entities: [...draft.entities, ref] })}
          />
          <div className={classes.chips}>
            {draft.entities.map(ref => (
              <Chip
                key={ref}
                size="small"
                label={titleOf(ref)}
                onDelete={() =>
                  set({ entities: draft.entities.filter(e => e !== ref) })
                }
              />
            ))}
          </div>
          {wrong('entities') && (
            <FormHelperText error>
              {t('finding.problem.entities')}
            </FormHelperText>
          )}
        </div>
      )}
      <TextField
        id={`${id}-description`}
        label={t('finding.field.description')}
        variant="outlined"
        size="small"
        multiline
        value={draft.description}
        onChange={event => set({ description: event.target.value })}
        inputProps={{ maxLength: 20000 }}
      />
      <TextField
        id={`${id}-cause`}
        label={t('finding.field.cause')}
        variant="outlined"
        size="small"
        multiline
        value={draft.cause}
        onChange={event => set({ cause: event.target.value })}
        inputProps={{ maxLength: 20000 }}
      />
      <TextField
        id={`${id}-ticket`}
        label={t('finding.field.ticket')}
        placeholder="https://"
        variant="outlined"
        size="small"
        value={draft.ticketUrl}
        error={wrong('ticket')}
        helperText={wrong('ticket') ? t('finding.problem.ticket') : undefined}
        onChange={event => set({ ticketUrl: event.target.value.trim() })}
        inputProps={{ maxLength: 2000 }}
      />
    </div>
  );
};
