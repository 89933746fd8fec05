import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  isHiddenEntity,
  metShare,
  readGapCauseKey,
  type CoverageSummary,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { nameOfRef } from '../catalog/EntityName';
import { errorMessage } from '../screen/errorMessage';
import { useFormats } from '../screen/useFormats';
import { ContinuityStatusChip } from '../status';
import { statusKey } from '../status/statusKey';
import { useTranslation } from '../translation';
import { causeText } from './causeText';
import type { CoverageGroup } from './coverageSearch';
import { countedStatuses, statusesApart } from './statusOrder';
import { useTierNames, type NamedTier } from './useTierNames';

/** More at once nobody reads; the rest comes on demand. */
const STEP = 50;

const useStyles = makeStyles(theme => ({
  container: { position: 'relative' },
  head: { whiteSpace: 'nowrap', fontWeight: 700 },
  number: { textAlign: 'right', whiteSpace: 'nowrap' },
  // a narrow window scrolls the numbers rather than break each word of the name
  named: { minWidth: 220, wordBreak: 'normal' },
  name: { textTransform: 'none', textAlign: 'left', padding: 0 },
  none: { color: theme.palette.text.secondary },
  more: { marginTop: theme.spacing(1) },
  stale: { opacity: 0.6 },
}));

const statuses = [...countedStatuses, ...statusesApart];

type Group = CoverageSummary['groups'][number];

const sumOf = ({ counts }: Group) =>
  Object.values(counts).reduce((a, b) => a + b, 0);

/** Those with the most that is not met come first; of causes those behind which the most services stand. */
function byTrouble(a: Group, b: Group, group: CoverageGroup): number {
  const trouble = ({ counts }: Group) =>
    counts.exposed * 1_000 + counts['at-risk'] + counts.unassessed;
  return (
    (group === 'cause' ? sumOf(b) - sumOf(a) : trouble(b) - trouble(a)) ||
    sumOf(b) - sumOf(a) ||
    (a.key ?? '').localeCompare(b.key ?? '')
  );
}

/** Groups of services with how many of each status; each opens its services. */
export const CoverageGroups = (props: {
  group: CoverageGroup;
  summary: CoverageSummary | undefined;
  loading: boolean;
  error?: Error;
  tiers?: NamedTier[];
  onChoose: (key: string) => void;
}) => {
  const { group, summary, loading, error, tiers, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number, share } = useFormats();
  const tierName = useTierNames(tiers);
  const [shown, setShown] = useState(STEP);

  const nameOf = (key: string | null) => {
    if (group === 'tier') return tierName(key);
    if (key === null) return t('coverage.groups.without');
    if (group === 'cause') return causeText(t, key, summary?.names ?? {});
    if (isHiddenEntity(key)) return t('catalog.hidden');
    const isRef = group === 'owner' || group === 'system' || group === 'domain';
    return isRef
      ? summary?.names[key] ??
          nameOfRef(key, group === 'owner' ? 'group' : group)
      : key;
  };
  const canOpen = (key: string | null) => {
    if (key === null) return group === 'tier';
    const ref = group === 'cause' ? readGapCauseKey(key)?.entityRef : key;
    return !isHiddenEntity(ref ?? key);
  };
  const groups = [...(summary?.groups ?? [])].sort((a, b) =>
    byTrouble(a, b, group),
  );
  const present = statuses.filter(status =>
    groups.some(({ counts }) => counts[status] > 0),
  );

  return (
    <EntityInfoCard title={t(`coverage.groups.title.${group}`)}>
      {loading && <LinearProgress />}
      {error && <Alert severity="error">{errorMessage(error)}</Alert>}
      {summary && groups.length === 0 && (
        <span role="status">
          {group === 'cause'
            ? t('coverage.groups.noCauses')
            : t('coverage.groups.nothing')}
        </span>
      )}
      {groups.length > 0 && (
        <TableContainer className={classes.container}>
          <Table
            size="small"
            aria-label={t('coverage.groups.label')}
            className={loading ? classes.stale : undefined}
          >
            <TableHead>
              <TableRow>
                <TableCell className={classes.head}>
                  {t(`coverage.filter.${group}`)}
                </TableCell>
                <TableCell className={`${classes.head} ${classes.number}`}>
                  {t('coverage.groups.services')}
                </TableCell>
                {group !== 'cause' && (
                  <TableCell className={`${classes.head} ${classes.number}`}>
                    {t('coverage.groups.share')}
                  </TableCell>
                )}
                {present.map(status => (
                  <TableCell
                    key={status}
                    className={`${classes.head} ${classes.number}`}
                  >
                    <ContinuityStatusChip dense status={status} />{' '}
                    {t(`status.${statusKey(status)}`)}
                  </TableCell>
                ))}
                <TableCell className={`${classes.head} ${classes.number}`}>
                  {t('coverage.groups.late')}
                </TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {groups.slice(0, shown).map(each => {
                const met = metShare(each.counts);
                return (
                  <TableRow key={each.key ?? ''} hover>
                    <TableCell
                      component="th"
                      scope="row"
                      className={classes.named}
                    >
                      {canOpen(each.key) ? (
                        <Button
                          size="small"
                          color="primary"
                          className={classes.name}
                          onClick={() => onChoose(each.key ?? 'none')}
                        >
                          {nameOf(each.key)}
                        </Button>
                      ) : (
                        <span className={classes.none}>{nameOf(each.key)}</span>
                      )}
                    </TableCell>
                    <TableCell className={classes.number}>
                      {number(sumOf(each))}
                    </TableCell>
                    {group !== 'cause' && (
                      <TableCell className={classes.number}>
                        {met === null ? '–' : share(met)}
                      </TableCell>
                    )}
                    {present.map(status => (
                      <TableCell key={status} className={classes.number}>
                        {number(each.counts[status])}
                      </TableCell>
                    ))}
                    <TableCell className={classes.number}>
                      {number(each.late)}
                    </TableCell>
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {groups.length > shown && (
        <Button
          size="small"
          className={classes.more}
          onClick={() => setShown(shown + STEP)}
        >
          {t('coverage.groups.more', { more: number(groups.length - shown) })}
        </Button>
      )}
      {summary && summary.moreGroups > 0 && groups.length <= shown && (
        <Typography variant="body2" color="textSecondary">
          {t('coverage.groups.beyond', { more: number(summary.moreGroups) })}
        </Typography>
      )}
    </EntityInfoCard>
  );
};
