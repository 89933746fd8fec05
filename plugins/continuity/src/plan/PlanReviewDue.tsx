import { useTheme } from '@material-ui/core/styles';
import { Explained } from '../record/Explained';
import { fullMoment, relativeTime } from '../record/relativeTime';
import { legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';

/** When a plan is to be looked through again, as an age in words; the date on hover and focus. */
export const PlanReviewDue = (props: {
  dueAt: string | null;
  overdue: boolean;
}) => {
  const { dueAt, overdue } = props;
  const theme = useTheme();
  const locale = useLocale();
  const { t } = useTranslation();
  if (dueAt === null) return <>{t('plan.review.none')}</>;
  const when = relativeTime(dueAt, { locale, now: new Date() });
  return (
    <Explained as="caption" explanation={fullMoment(dueAt, locale)}>
      <time
        dateTime={dueAt}
        style={
          overdue
            ? {
                fontWeight: 600,
                color: legibleColour({
                  colour: statusColour(theme, 'at-risk'),
                  background: theme.palette.background.paper,
                  // striped rows are a little darker than the page
                  contrast: 5.2,
                }),
              }
            : undefined
        }
      >
        {t(overdue ? 'plan.review.overdue' : 'plan.review.due', { when })}
      </time>
    </Explained>
  );
};
