import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import type { CoverageItem, Gap } from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { gapText } from '../assessment/gapText';
import { EntityName } from '../catalog/EntityName';
import { valueText } from '../profile/valueText';
import { PICTURE_CONTRAST, legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { statusKey } from '../status/statusKey';
import { StatusShape } from '../status/StatusShape';
import { continuityTranslationRef } from '../translation';
import { useLocale } from '../translation/useLocale';
import { DueText } from './DueText';
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
  gap: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
  },
  icon: { display: 'inline-flex', marginTop: 2 },
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
  const { t } = useTranslationRef(continuityTranslationRef);
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
            <GapItem
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
            <FactItem key={term} term={term}>
              {value}
            </FactItem>
          ))}
      </dl>
    </div>
  );
};

const FactItem = (props: { term: string; children: ReactNode }) => (
  <>
    <dt>{props.term}</dt>
    <dd>{props.children}</dd>
  </>
);

const GapItem = (props: { gap: Gap; timeZone?: string }) => {
  const { gap, timeZone } = props;
  const locale = useLocale();
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(continuityTranslationRef);
  const ground = theme.palette.background.paper;
  const status = gap.severity === 'critical' ? 'exposed' : 'at-risk';
  const information = gap.severity === 'information';
  return (
    <li className={classes.gap}>
      <span
        className={classes.icon}
        role="img"
        aria-label={t(`policy.severities.${gap.severity}`)}
        style={{
          color: information
            ? theme.palette.text.secondary
            : legibleColour({
                colour: statusColour(theme, status),
                background: ground,
                contrast: PICTURE_CONTRAST,
              }),
        }}
      >
        {information ? (
          <InfoIcon style={{ fontSize: 16 }} />
        ) : (
          <StatusShape status={status} ground={ground} size={16} />
        )}
      </span>
      <Typography
        variant="body2"
        className={information || gap.exemption ? classes.quiet : undefined}
      >
        {gapText(t, gap, { locale }).message}{' '}
        {!information && (
          <span className={classes.quiet}>
            <DueText gap={gap} timeZone={timeZone} />
          </span>
        )}
      </Typography>
    </li>
  );
};
