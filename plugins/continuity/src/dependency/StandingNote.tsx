import { makeStyles } from '@material-ui/core/styles';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { expectedSentence } from './expectedSentence';
import { knownExpected } from './knownExpected';
import { Mark } from './Mark';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.75),
    marginTop: theme.spacing(1.5),
  },
}));

/** What the tab's answer already says of the dependencies: targets that don't fit, and when the entity is expected back. */
export const StandingNote = (props: {
  dependencies: EntityContinuity['dependencies'];
  rtoSeconds: number | null;
}) => {
  const { dependencies, rtoSeconds } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { waitsFor = 0, neededFasterBy = 0 } = dependencies.conflicts ?? {};
  const expected = knownExpected(dependencies.expected);
  if (!waitsFor && !neededFasterBy && !expected) return null;
  const misses =
    expected?.againstRto === 'beyond' || expected?.againstMtpd === 'beyond';
  const sentence = expected && expectedSentence(t, { expected, rtoSeconds });
  return (
    <div className={classes.root}>
      {neededFasterBy > 0 && (
        <Mark kind="conflict">
          {t('dependency.summary.neededFasterBy', { count: neededFasterBy })}
        </Mark>
      )}
      {waitsFor > 0 && (
        <Mark kind="conflict">
          {t('dependency.summary.waitsFor', { count: waitsFor })}
        </Mark>
      )}
      {sentence &&
        (misses ? (
          <Mark kind="conflict">{sentence}</Mark>
        ) : (
          <div>{sentence}</div>
        ))}
    </div>
  );
};
