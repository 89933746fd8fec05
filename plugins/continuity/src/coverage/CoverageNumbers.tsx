import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type {
  CoverageList,
  CoverageSummary,
} from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { LastKnownBanner } from '../catalog/LastKnownBanner';
import { Moment } from '../record/Moment';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    // the label of the first field stands above it
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  note: { marginBottom: theme.spacing(2) },
}));

/** Title, what is shown and how old it is, and what can be done with it. */
export const CoverageNumbers = (props: {
  list?: CoverageList;
  summary?: CoverageSummary;
  actions?: ReactNode;
}) => {
  const { list, summary, actions } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const lastKnownAt = list?.dataAge.lastKnownAt;

  return (
    <>
      <div className={classes.row}>
        <div>
          <Typography variant="h5" component="h2" gutterBottom>
            {t('coverage.title')}
          </Typography>
          <Typography variant="body2" component="div" aria-live="polite">
            {list &&
              t('coverage.number', {
                count: list.totalInScope,
                shown: number(list.totalItems),
                total: number(list.totalInScope),
              })}
            {list?.asOf && `, ${t('coverage.past.asOfThen')}`}
            {list && !list.asOf && !lastKnownAt && `, ${t('coverage.asOfNow')}`}
            {list?.dataAge.catalogReadAt && !list.asOf && (
              <>
                {', '}
                {t('coverage.catalogRead', {
                  age: <Moment at={list.dataAge.catalogReadAt} />,
                })}
              </>
            )}
          </Typography>
        </div>
        {actions}
      </div>
      {list && (
        <div className={lastKnownAt ? classes.note : undefined}>
          <LastKnownBanner continuity={list} />
        </div>
      )}
      {summary?.peopleKnown === false && (
        <Alert severity="info" className={classes.note}>
          {t('coverage.noPeople')}
        </Alert>
      )}
    </>
  );
};
