import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { CoverageItem } from 'backstage-plugin-continuity-common';
import { Fragment, type ReactNode } from 'react';
import { EntityName } from '../catalog/EntityName';
import { valueText } from '../profile/valueText';
import { statusKey } from '../status/statusKey';
import { useTranslation } from '../translation';
import { CoverageGap } from './CoverageGap';
import { byUrgency } from './gapOrder';
import { useContinuityTabLink } from './useContinuityTabLink';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(280px, 2fr) minmax(220px, 1fr)',
    gap: theme.spacing(1, 4),
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr' },
    paddingBottom: theme.spacing(1.5),
  },
  gaps: { margin: 0, padding: 0, listStyle: 'none' },
  quiet: { color: theme.palette.text.secondary },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: theme.spacing(0.25, 2),
    margin: 0,
    alignContent: 'start',
    ...theme.typography.body2,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  link: { marginTop: theme.spacing(1), display: 'inline-block' },
}));

const SOURCES = {
  bia: 'bia',
  catalog: 'catalog',
  portal: 'portal',
  mapped: 'mapped',
  inherited: 'inherited',
  tier: 'tier',
  'entity-owner': 'entityOwner',
} as const;

/** All gaps of a service, and what has no column. */
export const CoverageRowDetails = (props: {
  item: CoverageItem;
  /** The columns that the row shows already. */
  columns: readonly string[];
  timeZone?: string;
}) => {
  const { item, columns, timeZone } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const linkTo = useContinuityTabLink();
  const source = SOURCES[item.tierSource as keyof typeof SOURCES];
  const ref = (entityRef: string | null, kind: string) =>
    entityRef && <EntityName entityRef={entityRef} defaultKind={kind} />;

  // What has a column is not said twice.
  const unlessColumn = (column: string, value: ReactNode) =>
    columns.includes(column) ? null : value;

  const facts: Array<[string, ReactNode]> = [
    [t('coverage.details.recoveryOwner'), ref(item.recoveryOwner, 'group')],
    [
      t('coverage.details.owner'),
      unlessColumn('owner', ref(item.owner, 'group')),
    ],
    [t('coverage.details.system'), ref(item.system, 'system')],
    [t('coverage.details.domain'), ref(item.domain, 'domain')],
    ...(['rto', 'rpo', 'mtpd'] as const).map((field): [string, ReactNode] => [
      t(`coverage.column.${field}`),
      unlessColumn(field, valueText(t, field, item[field])),
    ]),
    [
      t('coverage.details.tierFrom'),
      source && t(`coverage.details.source.${source}`),
    ],
  ];
  return (
    <div className={classes.root}>
      <div>
        {item.underlyingStatus !== item.status && (
          <Typography variant="body2" className={classes.quiet}>
            {t('coverage.details.underlying', {
              status: t(`status.${statusKey(item.underlyingStatus)}`),
            })}
          </Typography>
        )}
        {item.gaps.length === 0 && (
          <Typography variant="body2">
            {t('coverage.details.noGaps')}
          </Typography>
        )}
        <ul className={classes.gaps} aria-label={t('coverage.details.gaps')}>
          {byUrgency(item.gaps).map(gap => (
            <CoverageGap
              key={`${gap.code}|${gap.requirement}`}
              gap={gap}
              timeZone={timeZone}
            />
          ))}
        </ul>
        <Link to={linkTo(item.entityRef)} className={classes.link}>
          {t('coverage.details.open')}
        </Link>
      </div>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([term, value]) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
    </div>
  );
};
