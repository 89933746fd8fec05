import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  describeDuration,
  type ResultGlance,
} from 'backstage-plugin-continuity-common';
import { secondsOf } from '../../profile/objective';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { OutcomeMark } from '../OutcomeMark';
import { testAddress } from '../testAddress';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
  },
}));

/** A result in a line: what came out, how old it is, what was measured against which target, where, and the way to the test. */
export const ResultLine = (props: {
  result: ResultGlance;
  /** Undefined in an app without the pages. */
  testsAddress: string | undefined;
}) => {
  const { result, testsAddress } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { rtaSeconds, origin } = result;
  const target = secondsOf(result.rto);
  const rta = describeDuration(rtaSeconds ?? 0);
  const notes = [
    t(`testing.environment.${result.environment}`),
    ...(result.partial ? [t('testing.schedule.partial')] : []),
    ...(origin === 'test' ? [] : [t(`testing.origin.${origin}`)]),
    ...(result.enteredAfterwards ? [t('testing.schedule.afterwards')] : []),
    ...(result.reviewed ? [] : [t('testing.card.notReviewed')]),
  ];
  return (
    <div className={classes.root}>
      <OutcomeMark outcome={result.outcome} />
      {testsAddress ? (
        <Link to={testAddress(testsAddress, result.testId)}>
          {result.title}
        </Link>
      ) : (
        <span>{result.title}</span>
      )}
      <Moment at={result.heldAt} />
      {rtaSeconds !== null && (
        <span>
          {target === null
            ? t('testing.card.measuredWithoutTarget', { rta })
            : t('testing.card.measured', {
                rta,
                rto: describeDuration(target),
              })}
        </span>
      )}
      <span>{notes.join(' · ')}</span>
    </div>
  );
};
