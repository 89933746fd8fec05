import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  describeDuration,
  type EntityDependencies,
} from 'backstage-plugin-continuity-common';
import { EntityName, nameOfRef } from '../catalog/EntityName';
import { ObjectiveBar } from '../profile/ObjectiveBar';
import { useTranslation } from '../translation';
import { expectedSentence } from './expectedSentence';
import { Mark } from './Mark';

const useStyles = makeStyles(theme => ({
  root: {
    marginTop: theme.spacing(2),
    paddingTop: theme.spacing(1.5),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  sentence: { margin: theme.spacing(0.5, 0, 1) },
  list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  caption: { marginTop: theme.spacing(1) },
}));

/** When the entity is expected back, and what takes longest on the way there. */
export const ExpectedRecovery = (props: { answer: EntityDependencies }) => {
  const { entity, titles } = props.answer;
  const { expected } = entity;
  const classes = useStyles();
  const { t } = useTranslation();
  if (!expected) return null;
  const nameOf = (ref: string) => titles[ref] ?? nameOfRef(ref);
  const misses =
    expected.againstRto === 'beyond' || expected.againstMtpd === 'beyond';
  const sentence = expectedSentence(t, {
    expected,
    rtoSeconds: entity.rtoSeconds,
  });
  const steps = expected.criticalPath;
  const { unknown } = expected;
  const notNamed = unknown.total - unknown.refs.length;

  return (
    <section className={classes.root}>
      <Typography variant="subtitle2" component="h4">
        {t('dependency.expected.title')}
      </Typography>
      <div className={classes.sentence}>
        {misses ? <Mark kind="conflict">{sentence}</Mark> : sentence}
      </div>
      {expected.seconds > 0 && (
        <ObjectiveBar
          objective={{
            rto: entity.rtoSeconds,
            wrt: null,
            mtpd: entity.mtpdSeconds,
            expected,
          }}
        />
      )}
      {steps.length > 0 && (
        <>
          <div className={`${classes.quiet} ${classes.caption}`}>
            {t('dependency.expected.critical')}
          </div>
          <ol className={classes.list}>
            {steps.map(step => (
              <li key={step.refs.join()}>
                {step.refs.map((ref, index) => (
                  <span key={ref}>
                    {index > 0 && ' + '}
                    <EntityName entityRef={ref} title={nameOf(ref)} />
                  </span>
                ))}
                <div className={classes.quiet}>
                  {step.refs.length > 1 &&
                    `${t('dependency.expected.together')}: `}
                  {step.unknown.length === step.refs.length
                    ? t('dependency.expected.stepUnknown', {
                        ready: describeDuration(step.readySeconds),
                      })
                    : t('dependency.expected.step', {
                        own: describeDuration(step.ownSeconds),
                        ready: describeDuration(step.readySeconds),
                      })}
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
      {unknown.total > 0 && expected.seconds > 0 && (
        <div className={`${classes.quiet} ${classes.caption}`}>
          {t('dependency.expected.unknown', {
            count: unknown.total,
            names: [
              ...unknown.refs.slice(0, 3).map(nameOf),
              ...(unknown.total > 3 || notNamed > 0
                ? [
                    t('dependency.expected.andMore', {
                      count: String(
                        unknown.total - Math.min(3, unknown.refs.length),
                      ),
                    }),
                  ]
                : []),
            ].join(', '),
          })}
        </div>
      )}
    </section>
  );
};
