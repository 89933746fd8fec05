import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  describeDuration,
  type TestDetail,
} from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent } from 'react';
import { secondsOf } from '../../profile/objective';
import { useTranslation } from '../../translation';
import { ChecklistRow } from './ChecklistRow';
import type { LiveRun } from './useTestRun';
import { usePageStyles } from '../../screen/usePageStyles';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
  form: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
  },
}));

/** The recovery steps of the plans under test, to be ticked while they are done. */
export const Checklist = (props: {
  test: TestDetail;
  live: LiveRun;
  me: string;
  zone: string;
  mayRun: boolean;
}) => {
  const { test, live, me, zone, mayRun } = props;
  const classes = useStyles();
  const styles = usePageStyles();
  const { t } = useTranslation();
  const id = useId();
  const [title, setTitle] = useState('');
  const { steps, pending } = live.view;
  const finished = steps.filter(
    ({ state }) => state === 'done' || state === 'skipped',
  ).length;
  const expected = steps.reduce(
    (sum, step) => sum + (secondsOf(step.expectedDuration) ?? 0),
    0,
  );
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    live.press({ kind: 'add-step', title: title.trim(), what: '' });
    setTitle('');
  };
  return (
    <EntityInfoCard title={t('testRun.checklist.title')}>
      {steps.length === 0 ? (
        <Typography className={styles.quiet}>
          {t(
            test.plans.length > 0
              ? 'testRun.checklist.noSteps'
              : 'testRun.checklist.noPlan',
          )}
        </Typography>
      ) : (
        <Typography variant="body2" aria-live="polite">
          {t('testRun.checklist.progress', {
            done: finished,
            all: steps.length,
          })}
          {expected > 0 &&
            ` · ${t('testRun.checklist.expected', {
              time: describeDuration(expected),
            })}`}
        </Typography>
      )}
      <ol className={classes.list} aria-label={t('testRun.checklist.title')}>
        {steps.map((step, at) => (
          <ChecklistRow
            key={step.id}
            test={test}
            step={step}
            number={at + 1}
            after={steps.flatMap((each, i) =>
              step.after.includes(each.id) ? [String(i + 1)] : [],
            )}
            me={me}
            zone={zone}
            now={() => new Date(live.serverNow()).toISOString()}
            pending={pending.has(step.id)}
            // what is not sent yet has no line on the server that could be ticked
            mayRun={mayRun && live.run.steps.some(({ id: s }) => s === step.id)}
            onPress={live.press}
          />
        ))}
      </ol>
      {mayRun && (
        <form className={classes.form} onSubmit={add}>
          <TextField
            id={`${id}-add`}
            size="small"
            variant="outlined"
            label={t('testRun.checklist.add')}
            value={title}
            onChange={event => setTitle(event.target.value)}
            inputProps={{ maxLength: 200 }}
          />
          <Button type="submit" variant="outlined">
            {t('testRun.checklist.addWord')}
          </Button>
        </form>
      )}
    </EntityInfoCard>
  );
};
