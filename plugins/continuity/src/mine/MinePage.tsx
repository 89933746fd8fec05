import { Link, LinkButton, Progress } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  continuityReadPermission,
  sortMine,
  type Mine,
} from 'backstage-plugin-continuity-common';
import { useSearchParams } from 'react-router-dom';
import { NamesProvider } from '../catalog/Names';
import { LoadError } from '../screen/LoadError';
import { Notice } from '../screen/Notice';
import { PageTheme } from '../screen/PageTheme';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';
import { MineLine } from './MineLine';
import { MineSectionCard } from './MineSectionCard';
import { useMine } from './useMine';
import { usePageAddresses } from './usePageAddresses';

/** In the address: as much of each section as there is to be had. */
const MORE = 'more';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    minWidth: 0,
    '& > *': { height: 'auto', minWidth: 0 },
  },
  numbers: { '& a': { textDecoration: 'underline' } },
}));

const MineContent = () => {
  const classes = useStyles();
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const isLong = params.get(MORE) === 'true';
  const {
    value: mine,
    error,
    loading,
    retry,
  } = useMine({
    limit: isLong ? 50 : 20,
  });
  const sections = mine?.sections.filter(({ items }) => items.length > 0);
  const [first] = sortMine((sections ?? []).flatMap(({ items }) => items));

  return (
    <NamesProvider names={mine?.names}>
      <div className={classes.root} aria-busy={loading}>
        <div>
          <Typography variant="h5" component="h2">
            {t('mine.title')}
          </Typography>
          {mine && <Numbers mine={mine} />}
        </div>
        {error && !mine && (
          <LoadError
            error={error}
            title={t('mine.loadFailed')}
            refused={{
              title: t('mine.noAccess.title'),
              text: t('mine.noAccess.text', {
                permission: continuityReadPermission.name,
              }),
            }}
            onRetry={retry}
          />
        )}
        {!mine && !error && <Progress />}
        {mine && !first && <Nothing mine={mine} />}
        {mine && first && (
          <EntityInfoCard title={t('mine.first')}>
            <MineLine item={first} timeZone={mine.timeZone} isFirst />
          </EntityInfoCard>
        )}
        {mine &&
          sections!.map(section => (
            <MineSectionCard
              key={section.name}
              section={section}
              timeZone={mine.timeZone}
              more={isLong ? undefined : `?${MORE}=true`}
            />
          ))}
      </div>
    </NamesProvider>
  );
};

/** What the reader answers for, in numbers. */
function Numbers({ mine }: { mine: Mine }) {
  const { services, sections } = mine;
  const { total, late, hidden, counts } = services;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const { coverage } = usePageAddresses();
  const decisions =
    sections.find(({ name }) => name === 'decisions')?.total ?? 0;
  const counted = (count: number) => ({ count, shown: number(count) });
  const numbers = [
    total > 0 ? t('mine.services', counted(total)) : t('mine.noServices'),
    ...(late > 0 ? [t('mine.servicesLate', counted(late))] : []),
    ...(decisions > 0 ? [t('mine.decisionsWait', counted(decisions))] : []),
  ];
  const withoutTier = counts.unassessed ?? 0;
  return (
    <div className={classes.numbers}>
      <Typography variant="body1" aria-live="polite">
        {numbers.join(' · ')}
        {withoutTier > 0 && coverage && (
          <>
            {' · '}
            <Link to={`${coverage}?mine=true&status=unassessed`}>
              {t('mine.noTier', counted(withoutTier))}
            </Link>
          </>
        )}
      </Typography>
      {hidden > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('mine.hidden', counted(hidden))}
        </Typography>
      )}
    </div>
  );
}

function Nothing({ mine }: { mine: Mine }) {
  const { t } = useTranslation();
  const { coverage } = usePageAddresses();
  return (
    <Notice
      title={t('mine.empty.title')}
      text={t(
        mine.services.total > 0 ? 'mine.empty.owner' : 'mine.empty.stranger',
      )}
      action={
        coverage ? (
          <LinkButton
            size="small"
            variant="outlined"
            color="primary"
            to={coverage}
          >
            {t('mine.empty.coverage')}
          </LinkButton>
        ) : undefined
      }
    />
  );
}

/** All that the reader and their groups answer for: the most urgent thing first, then by sort, each with the step that settles it. */
export const MinePage = () => (
  <PageTheme>
    <MineContent />
  </PageTheme>
);
