import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLocation, useNavigate } from 'react-router-dom';
import { useTranslation } from '../translation';
import { changeViews, readChangeView, type ChangeView } from './changeViews';
import { ChangeCheck } from './check/ChangeCheck';
import { ChangeListSection } from './list/ChangeListSection';
import { PlanRequestsSection } from './list/PlanRequestsSection';

const useStyles = makeStyles(theme => ({
  tabs: { marginBottom: theme.spacing(2) },
  tab: {
    textTransform: 'none',
    minWidth: 0,
    color: theme.palette.text.primary,
    opacity: 1,
    '&.Mui-selected': { fontWeight: 700 },
  },
  intro: { maxWidth: 900, marginBottom: theme.spacing(2) },
}));

/** What changes do to the recovery of services: the check, what was recorded, what it asks of plans, and which reviews are owed. */
export const ChangesPage = () => {
  const classes = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const view = readChangeView(new URLSearchParams(search));
  const show = (next: ChangeView) =>
    navigate({
      pathname,
      search: next === 'check' ? '' : `view=${next}`,
    });
  const panel = `continuity-changes-${view}`;

  return (
    <>
      <Tabs
        value={view}
        onChange={(_, next: ChangeView) => show(next)}
        aria-label={t('change.sections')}
        indicatorColor="primary"
        variant="scrollable"
        scrollButtons="auto"
        className={classes.tabs}
      >
        {changeViews.map(each => (
          <Tab
            key={each}
            value={each}
            id={`continuity-changes-${each}-tab`}
            aria-controls={each === view ? panel : undefined}
            className={classes.tab}
            label={t(`change.section.${each}`)}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={panel} aria-labelledby={`${panel}-tab`}>
        <Typography variant="body2" className={classes.intro}>
          {t(`change.intro.${view}`)}
        </Typography>
        {view === 'check' && <ChangeCheck />}
        {view === 'list' && <ChangeListSection key="list" view="list" />}
        {view === 'requests' && <PlanRequestsSection />}
        {view === 'reviews' && (
          <ChangeListSection key="reviews" view="reviews" />
        )}
      </div>
    </>
  );
};
