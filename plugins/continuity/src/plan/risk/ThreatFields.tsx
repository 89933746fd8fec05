import { useId } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import IconButton from '@material-ui/core/IconButton';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import DeleteOutlineIcon from '@material-ui/icons/DeleteOutline';
import {
  riskLevel,
  riskScore,
  riskTreatmentSchema,
} from 'backstage-plugin-continuity-common';
import { PartyPicker } from '../../profile/PartyPicker';
import { useTranslation } from '../../translation';
import { threatName } from '../analysis/analysisWords';
import type { ThreatDraft } from './riskDraft';
import { useRiskColours } from './useRiskColours';

const STEPS = ['1', '2', '3', '4', '5'] as const;

const useStyles = makeStyles(theme => ({
  root: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    padding: theme.spacing(1, 2, 1.5),
    margin: theme.spacing(0, 0, 1.5),
    minWidth: 0,
    '& legend': { fontWeight: 600, padding: theme.spacing(0, 0.5) },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  level: {
    padding: theme.spacing(0, 0.75),
    borderRadius: theme.shape.borderRadius,
    fontSize: '0.8125rem',
    fontWeight: 600,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: theme.spacing(1.5),
    marginTop: theme.spacing(1),
  },
  wide: { gridColumn: '1 / -1' },
  double: { gridColumn: 'span 2', minWidth: 0 },
}));

/** One threat of the form: rated, treated, answered for; or not applicable. */
export const ThreatFields = (props: {
  threat: ThreatDraft;
  /** Messages by the field's name. */
  issues: Record<string, string>;
  onChange: (changed: Partial<ThreatDraft>) => void;
  onRemove: () => void;
}) => {
  const { threat, issues, onChange, onRemove } = props;
  const classes = useStyles();
  const colours = useRiskColours();
  const { t } = useTranslation();
  const id = useId();
  const name = threat.isOwn
    ? threat.title || t('analysis.risk.dialog.newThreat')
    : threatName(t, threat);
  const rating =
    threat.likelihood && threat.impact
      ? {
          likelihood: Number(threat.likelihood),
          impact: Number(threat.impact),
        }
      : undefined;
  const select = (
    field: 'likelihood' | 'impact' | 'residualLikelihood' | 'residualImpact',
    label: string,
    issue?: string,
  ) => (
    <TextField
      id={`${id}-${field}`}
      select
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      label={label}
      value={threat[field]}
      onChange={event => onChange({ [field]: event.target.value })}
      error={Boolean(issue)}
      helperText={issue}
      variant="outlined"
      size="small"
    >
      <option value="">{t('analysis.risk.dialog.notRated')}</option>
      {STEPS.map(step => (
        <option key={step} value={step}>
          {t(`analysis.risk.scale.${step}`)}
        </option>
      ))}
    </TextField>
  );
  return (
    <fieldset className={classes.root}>
      <legend>{name}</legend>
      <div className={classes.head}>
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={threat.notApplicable}
              inputProps={{
                'aria-label': t('analysis.risk.dialog.doesNotApply', {
                  threat: name,
                }),
              }}
              onChange={(_, notApplicable) => onChange({ notApplicable })}
            />
          }
          label={t('analysis.risk.dialog.notApplicable')}
        />
        {rating && !threat.notApplicable && (
          <span
            className={classes.level}
            style={{ backgroundColor: colours[riskLevel(rating)] }}
          >
            {t(`analysis.risk.level.${riskLevel(rating)}`)} {riskScore(rating)}
          </span>
        )}
        {threat.isOwn && (
          <IconButton
            size="small"
            aria-label={t('analysis.risk.dialog.remove', { threat: name })}
            onClick={onRemove}
          >
            <DeleteOutlineIcon />
          </IconButton>
        )}
      </div>
      <div className={classes.fields}>
        {threat.isOwn && (
          <TextField
            id={`${id}-title`}
            className={classes.wide}
            label={t('analysis.risk.dialog.newThreat')}
            value={threat.title}
            onChange={event => onChange({ title: event.target.value })}
            error={Boolean(issues.title)}
            helperText={issues.title}
            variant="outlined"
            size="small"
            inputProps={{ maxLength: 120 }}
          />
        )}
        {!threat.notApplicable && (
          <>
            {select('likelihood', t('analysis.risk.likelihood'), issues.rating)}
            {select('impact', t('analysis.risk.impact'))}
            <TextField
              id={`${id}-treatment`}
              select
              SelectProps={{ native: true }}
              InputLabelProps={{ shrink: true }}
              label={t('analysis.risk.dialog.treatment')}
              value={threat.treatment}
              onChange={event =>
                onChange({
                  treatment: event.target.value as ThreatDraft['treatment'],
                })
              }
              error={Boolean(issues.treatment)}
              helperText={issues.treatment}
              variant="outlined"
              size="small"
            >
              <option value="">{t('analysis.risk.dialog.none')}</option>
              {riskTreatmentSchema.options.map(treatment => (
                <option key={treatment} value={treatment}>
                  {t(`analysis.risk.treatment.${treatment}`)}
                </option>
              ))}
            </TextField>
          </>
        )}
        {!threat.notApplicable && rating && (
          <>
            <div className={classes.double}>
              <PartyPicker
                id={`${id}-owner`}
                label={t('analysis.risk.dialog.owner')}
                value={threat.owner}
                error={issues.owner}
                onChange={owner => onChange({ owner })}
              />
            </div>
            <TextField
              id={`${id}-due`}
              type="date"
              label={t('analysis.risk.dialog.dueOn')}
              value={threat.dueOn}
              onChange={event => onChange({ dueOn: event.target.value })}
              error={Boolean(issues.dueOn)}
              helperText={issues.dueOn}
              InputLabelProps={{ shrink: true }}
              variant="outlined"
              size="small"
            />
            {select(
              'residualLikelihood',
              t('analysis.risk.dialog.residualLikelihood'),
              issues.residual,
            )}
            {select('residualImpact', t('analysis.risk.dialog.residualImpact'))}
          </>
        )}
        {(rating || threat.notApplicable) && (
          <TextField
            id={`${id}-measures`}
            className={classes.wide}
            label={t('analysis.risk.dialog.measures')}
            value={threat.measures}
            onChange={event => onChange({ measures: event.target.value })}
            variant="outlined"
            size="small"
            multiline
            inputProps={{ maxLength: 2000 }}
          />
        )}
      </div>
    </fieldset>
  );
};
