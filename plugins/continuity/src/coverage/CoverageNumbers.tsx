import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type {
  CoverageList,
  CoverageSummary,
} from 'backstage-plugin-continuity-common';
import { LastKnownBanner } from '../catalog/LastKnownBanner';
import { Moment } from '../record/Moment';
import { useFormats } from '../policy/useFormats';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  note: { marginBottom: theme.spacing(2) },
}));

/** Title, what is shown and how old it is, and the page's one action. */
export const CoverageNumbers = (props: {
  list?: CoverageList;
  summary?: CoverageSummary;
  /** Left out where the reader may not, or is at it already. */
  onSetTiers?: () => void;
}) => {
  const { list, summary, onSetTiers } = props;
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
          <Typography
            variant="body2"
            component="div"
            aria-live="polite"
          >
            {list &&
              t('coverage.number', {
                count: list.totalInScope,
                shown: number(list.totalItems),
                total: number(list.totalInScope),
              })}
            {list && !lastKnownAt && `, ${t('coverage.asOfNow')}`}
            {list?.dataAge.catalogReadAt && (
              <>
                {', '}
                {t('coverage.catalogRead', {
                  age: <Moment at={list.dataAge.catalogReadAt} />,
                })}
              </>
            )}
          </Typography>
        </div>
        {onSetTiers && (
          <Button variant="contained" color="primary" onClick={onSetTiers}>
            {t('coverage.setTiers')}
          </Button>
        )}
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
