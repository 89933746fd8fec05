import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityName } from '../catalog/EntityName';
import { useFormats } from '../policy/useFormats';
import { useTranslation } from '../translation';
import { BulkRefusal } from './BulkRefusal';
import type { BulkOutcome } from './useBulkProfile';

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

/** What became of each service: how many of each, and of those that did not work, why. */
export const BulkOutcomes = (props: {
  outcomes: BulkOutcome[];
  titles: ReadonlyMap<string, string>;
}) => {
  const { outcomes, titles } = props;
  const classes = useStyles();
  const { t } = useTranslation();
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
              {t(`coverage.bulk.${result}`, { count, shown: number(count) })}
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
            {t('coverage.bulk.refusedTitle')}
          </Typography>
          {/* It scrolls, so it has to be reachable by keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul className={classes.list} tabIndex={0}>
            {troubled.map(({ entityRef, message }) => (
              <li key={entityRef}>
                <EntityName
                  entityRef={entityRef}
                  title={titles.get(entityRef)}
                />
                : <BulkRefusal message={message} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
