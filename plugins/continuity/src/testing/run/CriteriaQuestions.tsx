import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { SuccessCriterion } from 'backstage-plugin-continuity-common';
import { useId } from 'react';
import { useTranslation } from '../../translation';
import type { CompletionDraft } from './completionDraft';

const useStyles = makeStyles(theme => ({
  item: {
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  legend: { color: theme.palette.text.primary },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
}));

const WORDS = { yes: true, no: false, open: null } as const;

/** Asks for each success criterion whether it was so. */
export const CriteriaQuestions = (props: {
  criteria: readonly SuccessCriterion[];
  answers: CompletionDraft['criteria'];
  disabled: boolean;
  onChange: (answers: CompletionDraft['criteria']) => void;
}) => {
  const { criteria, answers, disabled, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const wordOf = (met: boolean | null) =>
    met === null ? 'open' : (met && 'yes') || 'no';
  return (
    <div>
      {criteria.map(({ id: key, text }) => {
        const answer = answers[key] ?? { met: null, note: '' };
        const set = (patch: Partial<typeof answer>) =>
          onChange({ ...answers, [key]: { ...answer, ...patch } });
        return (
          <div key={key} className={classes.item}>
            <FormControl component="fieldset" disabled={disabled}>
              <FormLabel component="legend" className={classes.legend}>
                {text}
              </FormLabel>
              <div className={classes.line}>
                <RadioGroup
                  row
                  name={`${id}-${key}`}
                  value={wordOf(answer.met)}
                  onChange={(_, word) =>
                    set({ met: WORDS[word as keyof typeof WORDS] })
                  }
                >
                  {(['yes', 'no', 'open'] as const).map(word => (
                    <FormControlLabel
                      key={word}
                      value={word}
                      control={<Radio color="primary" size="small" />}
                      label={t(`testRun.criterion.${word}`)}
                    />
                  ))}
                </RadioGroup>
                <TextField
                  id={`${id}-${key}-note`}
                  label={t('testRun.criterion.note')}
                  size="small"
                  variant="outlined"
                  disabled={disabled}
                  value={answer.note}
                  onChange={event => set({ note: event.target.value })}
                  inputProps={{
                    maxLength: 1000,
                    'aria-label': t('testRun.criterion.noteOf', { text }),
                  }}
                />
              </div>
            </FormControl>
          </div>
        );
      })}
    </div>
  );
};
