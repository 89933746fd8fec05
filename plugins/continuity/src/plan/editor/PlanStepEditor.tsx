import IconButton from '@material-ui/core/IconButton';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import DragIndicatorIcon from '@material-ui/icons/DragIndicator';
import { makeStyles } from '@material-ui/core/styles';
import {
  findStepCycle,
  type PlanContact,
  type PlanStep,
} from 'backstage-plugin-continuity-common';
import { useState, type DragEvent } from 'react';
import { useTranslation } from '../../translation';
import { usePartyName } from '../../profile/usePartyName';
import { contactName } from '../planContactName';
import { PlanDurationField } from './PlanDurationField';
import { PlanMarkdownField } from './PlanMarkdownField';
import { PlanScopeEditor } from './PlanScopeEditor';

const useStyles = makeStyles(theme => ({
  root: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    padding: theme.spacing(1.5),
    marginBottom: theme.spacing(1.5),
  },
  over: { borderColor: theme.palette.primary.main, borderStyle: 'dashed' },
  head: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  grip: { cursor: 'grab', display: 'inline-flex' },
  number: { fontWeight: 700, minWidth: 24 },
  title: { flex: 1 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: theme.spacing(1.5),
    margin: theme.spacing(1.5, 0),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  label: { fontWeight: 600, fontSize: '0.875rem' },
}));

/** One step of the recovery, as it is written. */
export const PlanStepEditor = (props: {
  step: PlanStep;
  /** Its place, from 0. */
  at: number;
  steps: readonly PlanStep[];
  contacts: readonly PlanContact[];
  titles: ReadonlyMap<string, string>;
  onChange: (step: PlanStep) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  onDragStart: () => void;
  onDrop: () => void;
}) => {
  const { step, at, steps, contacts, titles, onChange, onMove } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();
  const id = `plan-step-${step.id}`;
  const name = step.title || t('plan.steps.untitled');
  const nameOf = (stepId: string) => {
    const found = steps.findIndex(each => each.id === stepId);
    if (found < 0) return stepId;
    return `${found + 1}. ${steps[found].title || t('plan.steps.untitled')}`;
  };
  const setAfter = (after: string[]) => {
    const next = { ...step, after };
    const cycle = findStepCycle(
      steps.map(each => (each.id === step.id ? next : each)),
    );
    const wider = after.length > step.after.length;
    if (cycle && wider) {
      setRefused(
        t('plan.steps.cycle', {
          steps: [...cycle, cycle[0]]
            .map(each => `“${nameOf(each)}”`)
            .join(' → '),
        }),
      );
      return;
    }
    setRefused(undefined);
    onChange(next);
  };
  const allow = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };

  return (
    <li
      className={over ? `${classes.root} ${classes.over}` : classes.root}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        props.onDrop();
      }}
    >
      <div className={classes.head}>
        {/* Dragging is for the mouse; the buttons do the same for the keyboard. */}
        <span
          className={classes.grip}
          draggable
          aria-hidden
          title={t('plan.steps.drag')}
          onDragStart={event => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', step.id);
            props.onDragStart();
          }}
        >
          <DragIndicatorIcon fontSize="small" />
        </span>
        <span className={classes.number} aria-hidden>
          {at + 1}.
        </span>
        <TextField
          id={`${id}-title`}
          className={classes.title}
          label={t('plan.steps.title', { number: at + 1 })}
          value={step.title}
          onChange={event => onChange({ ...step, title: event.target.value })}
          variant="outlined"
          size="small"
          inputProps={{ maxLength: 200 }}
        />
        <IconButton
          size="small"
          aria-label={t('plan.steps.up', { name })}
          disabled={at === 0}
          onClick={() => onMove(at - 1)}
        >
          <ArrowUpwardIcon fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          aria-label={t('plan.steps.down', { name })}
          disabled={at === steps.length - 1}
          onClick={() => onMove(at + 1)}
        >
          <ArrowDownwardIcon fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          aria-label={t('plan.steps.remove', { name })}
          onClick={props.onRemove}
        >
          <DeleteOutlineIcon fontSize="small" />
        </IconButton>
      </div>
      <div className={classes.fields}>
        <TextField
          id={`${id}-who`}
          select
          label={t('plan.steps.whoLabel')}
          value={step.who}
          SelectProps={{ multiple: true }}
          onChange={event =>
            onChange({
              ...step,
              who: event.target.value as unknown as string[],
            })
          }
          helperText={
            contacts.length === 0 ? t('plan.steps.noContacts') : undefined
          }
          disabled={contacts.length === 0}
          // what to do first has to be read
          FormHelperTextProps={{ disabled: false }}
          variant="outlined"
          size="small"
        >
          {contacts.map(contact => (
            <MenuItem key={contact.id} value={contact.id}>
              {contactName(t, contact, partyName) || contact.id}
            </MenuItem>
          ))}
        </TextField>
        <PlanDurationField
          id={`${id}-duration`}
          value={step.expectedDuration}
          onChange={expectedDuration => onChange({ ...step, expectedDuration })}
        />
        <TextField
          id={`${id}-after`}
          select
          label={t('plan.steps.afterLabel')}
          value={step.after}
          SelectProps={{ multiple: true }}
          onChange={event =>
            setAfter(event.target.value as unknown as string[])
          }
          error={refused !== undefined}
          helperText={refused}
          FormHelperTextProps={refused ? { role: 'alert' } : undefined}
          disabled={steps.length < 2}
          variant="outlined"
          size="small"
        >
          {steps
            .filter(each => each.id !== step.id)
            .map(each => (
              <MenuItem key={each.id} value={each.id}>
                {nameOf(each.id)}
              </MenuItem>
            ))}
        </TextField>
      </div>
      <PlanMarkdownField
        id={`${id}-what`}
        label={t('plan.steps.what', { number: at + 1 })}
        value={step.what}
        rows={2}
        onChange={what => onChange({ ...step, what })}
      />
      <Typography className={classes.label}>
        {t('plan.steps.entities')}
      </Typography>
      <PlanScopeEditor
        id={`${id}-entities`}
        label={t('plan.steps.addEntity', { number: at + 1 })}
        entries={step.entities}
        titles={titles}
        onChange={entities => onChange({ ...step, entities })}
      />
    </li>
  );
};
