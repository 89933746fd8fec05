import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type {
  CoverageProgramme,
  GapCode,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../api';
import { gapName } from '../policy/gapName';
import { useFormats } from '../screen/useFormats';
import { formatLongDay } from '../status/formatLongDay';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import type { CoverageSearch } from './coverageSearch';
import { filtersWithout } from './useCoverage';

const FEW = 6;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(170px, auto) minmax(0, 1fr)',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(0.5, 0),
    ...theme.typography.body2,
  },
  late: { fontWeight: 700 },
  link: { textTransform: 'none', padding: 0, textAlign: 'left' },
}));

type Items = CoverageProgramme['items'];

/** What falls due on the same day, together. */
function byDay(items: Items): Items[] {
  const days: Items[] = [];
  for (const item of items) {
    const [same] = days[days.length - 1] ?? [];
    if (same?.dueOn === item.dueOn && same.late === item.late) {
      days[days.length - 1].push(item);
    } else {
      days.push([item]);
    }
  }
  return days;
}

/** What has to be done by when, in how many services: the programme that nobody is late with yet comes after what is late. */
export const ProgrammeCard = (props: {
  search: CoverageSearch;
  onChoose: (choice: { gap: GapCode; late: boolean }) => void;
}) => {
  const { search, onChoose } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { number } = useFormats();
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const query = filtersWithout(search, ['gap', 'late']);
  const programme = useAsyncRetry(
    () => api.coverage.getProgramme(query),
    [api, JSON.stringify(query)],
  );
  const items = programme.value?.items ?? [];
  const dayText = ({ late, dueOn }: CoverageProgramme['items'][number]) =>
    t(late ? 'coverage.programme.late' : 'coverage.programme.due', {
      day: formatLongDay(dueOn, locale),
    });
  const isAnyLate = items.some(item => item.late);
  return (
    <EntityInfoCard title={t('coverage.programme.title')}>
      {programme.error && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={programme.retry}>
              {t('coverage.retry')}
            </Button>
          }
        >
          {t('coverage.programme.failed')}
        </Alert>
      )}
      {programme.value && items.length === 0 && (
        <Typography variant="body2">{t('coverage.programme.none')}</Typography>
      )}
      {programme.value && items.length > 0 && !isAnyLate && (
        <Typography variant="body2" gutterBottom>
          {t('coverage.programme.nothingLate')}
        </Typography>
      )}
      {byDay(items.slice(0, all ? undefined : FEW)).map(([first, ...others]) => (
        <div
          key={`${first.dueOn} ${first.late}`}
          role="group"
          aria-label={dayText(first)}
          className={classes.group}
        >
          <span className={first.late ? classes.late : undefined}>
            {dayText(first)}
          </span>
          <ul className={classes.list}>
            {[first, ...others].map(item => (
              <li key={item.code}>
                <Button
                  size="small"
                  color="primary"
                  className={classes.link}
                  onClick={() => onChoose({ gap: item.code, late: item.late })}
                >
                  {t('coverage.programme.item', {
                    count: item.entities,
                    shown: number(item.entities),
                    gap: gapName(t, item.code),
                  })}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {items.length > FEW && (
        <Button size="small" onClick={() => setAll(!all)}>
          {all
            ? t('coverage.programme.fewer')
            : t('coverage.programme.more', {
                more: number(items.length - FEW + (programme.value?.more ?? 0)),
              })}
        </Button>
      )}
    </EntityInfoCard>
  );
};
