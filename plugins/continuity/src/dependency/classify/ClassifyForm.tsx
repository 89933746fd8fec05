import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { DependencyEdgeDetail } from 'backstage-plugin-continuity-common';
import { useId } from 'react';
import { nameOfRef } from '../../catalog/EntityName';
import { partyName } from '../../profile/valueText';
import { relativeTime } from '../../record/relativeTime';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';

const NAMED = 6;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
  edges: { margin: 0, padding: 0, listStyle: 'none', overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
}));

export interface ClassifyDraft {
  strength?: 'hard' | 'soft' | 'remove';
  endurable: string;
  reason: string;
}

/** What is said of dependencies: hard or soft, for how long, and why. */
export const ClassifyForm = (props: {
  edges: DependencyEdgeDetail[];
  titles: Record<string, string>;
  draft: ClassifyDraft;
  showMissing: boolean;
  endurableWrong: boolean;
  onChange: (patch: Partial<ClassifyDraft>) => void;
}) => {
  const { edges, titles, draft, showMissing, endurableWrong, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const legendId = useId();
  const fieldId = useId();
  const nameOf = (ref: string) => titles[ref] ?? nameOfRef(ref);
  const said = edges.filter(edge => edge.classification.strength !== null);
  const [{ classification: before }] = edges;
  const reasonMissing = showMissing && !draft.reason.trim();
  const more = edges.length - NAMED;

  return (
    <div className={classes.root}>
      <ul className={classes.edges}>
        {edges.slice(0, NAMED).map(edge => (
          <li key={`${edge.from} ${edge.to}`}>
            {t('dependency.classify.of', {
              from: nameOf(edge.from),
              to: nameOf(edge.to),
            })}
          </li>
        ))}
        {more > 0 && (
          <li>{t('dependency.expected.andMore', { count: String(more) })}</li>
        )}
      </ul>
      {edges.length === 1 && before.strength && before.by && before.at && (
        <div className={classes.quiet}>
          {t('dependency.classify.before', {
            by: partyName(before.by),
            age: relativeTime(before.at, { locale, now: new Date() }),
            reason: before.reason ?? '',
          })}
        </div>
      )}
      <FormControl
        component="fieldset"
        error={showMissing && !draft.strength}
        required
      >
        <FormLabel component="legend" id={legendId}>
          {t('dependency.classify.strength')}
        </FormLabel>
        <RadioGroup
          aria-labelledby={legendId}
          value={draft.strength ?? ''}
          onChange={(_, strength) =>
            onChange({ strength: strength as ClassifyDraft['strength'] })
          }
        >
          {(['hard', 'soft'] as const).map(strength => (
            <FormControlLabel
              key={strength}
              value={strength}
              control={<Radio color="primary" />}
              label={t(`dependency.classify.${strength}`)}
            />
          ))}
          {said.length > 0 && (
            <FormControlLabel
              value="remove"
              control={<Radio color="primary" />}
              label={t('dependency.classify.remove')}
            />
          )}
        </RadioGroup>
      </FormControl>
      {draft.strength === 'soft' && (
        <TextField
          id={`${fieldId}-endurable`}
          label={t('dependency.classify.endurable')}
          value={draft.endurable}
          onChange={event => onChange({ endurable: event.target.value })}
          variant="outlined"
          size="small"
          error={endurableWrong}
          helperText={
            endurableWrong
              ? t('dependency.classify.endurableWrong')
              : t('dependency.classify.endurableHelp')
          }
        />
      )}
      <TextField
        id={`${fieldId}-reason`}
        label={t('dependency.classify.reason')}
        value={draft.reason}
        onChange={event => onChange({ reason: event.target.value })}
        variant="outlined"
        size="small"
        required
        multiline
        minRows={2}
        inputProps={{ maxLength: 2000 }}
        error={reasonMissing}
        helperText={
          reasonMissing
            ? t('dependency.classify.reasonMissing')
            : t('dependency.classify.reasonHelp')
        }
      />
    </div>
  );
};
