import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Key, ReactNode } from 'react';
import { useFormats } from './useFormats';

const useStyles = makeStyles(theme => ({
  counts: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    ...theme.typography.body1,
  },
  title: { marginTop: theme.spacing(2), fontWeight: 700 },
  list: {
    margin: theme.spacing(0.5, 0, 0),
    paddingLeft: theme.spacing(2.5),
    maxHeight: 320,
    overflowY: 'auto',
    ...theme.typography.body2,
  },
}));

const RESULTS = ['changed', 'unchanged', 'refused', 'failed'] as const;

type Result = (typeof RESULTS)[number];

/** What became of each of many: how many of each, and of those that did not work, why. */
export const OutcomeList = <Outcome extends { result: Result }>(props: {
  outcomes: Outcome[];
  /** How many came out so; `shown` is the count as the reader writes it. */
  countText: (
    result: Result,
    counted: { count: number; shown: string },
  ) => string;
  /** Above those that did not work. */
  title: string;
  keyOf: (outcome: Outcome) => Key;
  /** Which one it is, and why it did not work. */
  describe: (outcome: Outcome) => ReactNode;
}) => {
  const { outcomes, countText, title, keyOf, describe } = props;
  const classes = useStyles();
  const { number } = useFormats();
  const troubled = outcomes.filter(
    ({ result }) => result === 'refused' || result === 'failed',
  );
  return (
    <div role="status">
      <ul className={classes.counts}>
        {RESULTS.map(result => {
          const count = outcomes.filter(each => each.result === result).length;
          if (count === 0) return null;
          return (
            <li key={result}>
              {countText(result, { count, shown: number(count) })}
            </li>
          );
        })}
      </ul>
      {troubled.length > 0 && (
        <>
          <Typography
            variant="subtitle2"
            component="h3"
            className={classes.title}
          >
            {title}
          </Typography>
          {/* It scrolls, so it has to be reachable by keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul className={classes.list} tabIndex={0}>
            {troubled.map(outcome => (
              <li key={keyOf(outcome)}>{describe(outcome)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
