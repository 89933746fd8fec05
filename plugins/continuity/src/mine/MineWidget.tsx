import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Skeleton from '@material-ui/lab/Skeleton';
import Typography from '@material-ui/core/Typography';
import { sortMine } from 'backstage-plugin-continuity-common';
import { errorMessage } from '../screen/errorMessage';
import { NamesProvider } from '../catalog/Names';
import { isRefusal } from '../screen/LoadError';
import { PageTheme } from '../screen/PageTheme';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';
import { MineList } from './MineList';
import { useMine } from './useMine';
import { usePageAddresses } from './usePageAddresses';

/** As many as a card of a home page holds. */
const MOST = 5;

const WidgetContent = () => {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { value: mine, error, retry } = useMine({ limit: MOST });
  const { mine: page } = usePageAddresses();
  if (!mine && error) {
    return isRefusal(error) ? (
      <Typography variant="body2">{t('mine.noAccess.title')}</Typography>
    ) : (
      <Typography variant="body2" role="alert">
        {t('mine.loadFailed')}: {errorMessage(error)}{' '}
        <Button size="small" color="primary" onClick={retry}>
          {t('coverage.retry')}
        </Button>
      </Typography>
    );
  }
  if (!mine) {
    return (
      <div role="progressbar" aria-label={t('mine.title')}>
        <Skeleton />
        <Skeleton width="80%" />
        <Skeleton width="60%" />
      </div>
    );
  }
  const items = sortMine(mine.sections.flatMap(section => section.items));
  const total = mine.sections.reduce((sum, each) => sum + each.total, 0);
  return (
    <NamesProvider names={mine.names}>
      {items.length === 0 ? (
        <Typography variant="body2" paragraph>
          {t('mine.empty.title')}.
        </Typography>
      ) : (
        <MineList
          items={items.slice(0, MOST)}
          timeZone={mine.timeZone}
          label={t('mine.title')}
        />
      )}
      {total > MOST && (
        <Typography variant="body2" color="textSecondary">
          {t('mine.widget.shown', { shown: MOST, total: number(total) })}
        </Typography>
      )}
      {page && <Link to={page}>{t('mine.widget.more')}</Link>}
    </NamesProvider>
  );
};

/** The most urgent things that wait for the reader, for the home page. */
export const MineWidget = () => (
  <PageTheme>
    <WidgetContent />
  </PageTheme>
);
