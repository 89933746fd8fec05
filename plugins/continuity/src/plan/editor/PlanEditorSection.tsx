import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  mayBeNotApplicable,
  type PlanContentKey,
  type PlanContents,
  type PlanKind,
  type PlanShortcoming,
} from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { useTranslation } from '../../translation';
import { planShortcomingText } from '../planShortcomingText';

const useStyles = makeStyles(theme => ({
  root: {
    scrollMarginTop: theme.spacing(10),
    '& + &': {
      marginTop: theme.spacing(3),
      paddingTop: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    '&:focus': { outline: 'none' },
  },
  heading: { fontSize: '1.125rem', fontWeight: 700 },
  prompt: {
    color: theme.palette.text.secondary,
    maxWidth: '75ch',
    marginBottom: theme.spacing(1),
  },
  wrong: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
  notApplicable: { marginTop: theme.spacing(0.5) },
}));

/** One content of the plan: what to write, the fields, what is wrong, and whether it applies at all. */
export const PlanEditorSection = (props: {
  content: PlanContentKey;
  kind: PlanKind;
  prompt: string;
  contents: PlanContents;
  shortcomings: readonly PlanShortcoming[];
  onChange: (patch: (before: PlanContents) => PlanContents) => void;
  children: ReactNode;
}) => {
  const { content, kind, prompt, contents, shortcomings, onChange, children } =
    props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const own = shortcomings.filter(each => each.content === content);
  const isMissing = own.some(({ problem }) => problem === 'missing');
  const reason = contents.notApplicable[content];
  const mayBe = mayBeNotApplicable(content, kind);
  const setReason = (text: string | undefined) =>
    onChange(before => {
      const { [content]: _, ...others } = before.notApplicable;
      return {
        ...before,
        notApplicable:
          text === undefined ? others : { ...others, [content]: text },
      };
    });

  return (
    <section
      id={`plan-${content}`}
      className={classes.root}
      tabIndex={-1}
      aria-label={t(`plan.section.${content}`)}
    >
      <Typography component="h3" className={classes.heading}>
        {t(`plan.section.${content}`)}
      </Typography>
      <Typography variant="body2" className={classes.prompt}>
        {prompt}
      </Typography>
      {children}
      {own.some(({ problem }) => problem === 'wrong') && (
        <ul
          className={classes.wrong}
          style={{
            color: legibleColour({
              colour: statusColour(theme, 'exposed'),
              background: theme.palette.background.paper,
            }),
          }}
        >
          {own
            .filter(({ problem }) => problem === 'wrong')
            .map(each => (
              <li key={each.message}>
                {planShortcomingText(t, each, contents, kind)}
              </li>
            ))}
        </ul>
      )}
      {mayBe && (isMissing || reason !== undefined) && (
        <div className={classes.notApplicable}>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                color="primary"
                checked={reason !== undefined}
                onChange={(_, on) => setReason(on ? '' : undefined)}
              />
            }
            label={t('plan.editor.notApplicable')}
          />
          {reason !== undefined && (
            <TextField
              id={`plan-${content}-not-applicable`}
              label={t('plan.editor.notApplicableWhy')}
              value={reason}
              onChange={event => setReason(event.target.value)}
              error={isMissing}
              helperText={
                isMissing ? t('plan.editor.notApplicableNeeded') : undefined
              }
              variant="outlined"
              size="small"
              fullWidth
              inputProps={{ maxLength: 1000 }}
            />
          )}
        </div>
      )}
    </section>
  );
};
