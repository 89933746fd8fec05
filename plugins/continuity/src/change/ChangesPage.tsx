import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLocation, useNavigate } from 'react-router-dom';
import { ViewTabs } from '../screen/ViewTabs';
import { useTranslation } from '../translation';
import { changeViews, readChangeView, type ChangeView } from './changeViews';
import { ChangeCheck } from './check/ChangeCheck';
import { ChangeListSection } from './list/ChangeListSection';
import { PlanRequestsSection } from './list/PlanRequestsSection';

const useStyles = makeStyles(theme => ({
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

  return (
    <ViewTabs
      id="continuity-changes"
      label={t('change.sections')}
      value={view}
      views={changeViews}
      nameOf={each => t(`change.section.${each}`)}
      onChange={show}
    >
      <Typography variant="body2" className={classes.intro}>
        {t(`change.intro.${view}`)}
      </Typography>
      {view === 'check' && <ChangeCheck />}
      {view === 'list' && <ChangeListSection key="list" view="list" />}
      {view === 'requests' && <PlanRequestsSection />}
      {view === 'reviews' && <ChangeListSection key="reviews" view="reviews" />}
    </ViewTabs>
  );
};
