import Button from '@material-ui/core/Button';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import { Link } from '@backstage/core-components';
import type { EntityContinuity, Gap } from 'backstage-plugin-continuity-common';
import { useNames } from '../catalog/Names';
import { withNames } from '../catalog/withNames';
import { newPlanAddress, planAddress } from '../plan/planAddress';
import { usePlansAddress } from '../plan/usePlansAddress';
import { CatalogFileLink } from '../profile/CatalogFileLink';
import { formatDay, formatDueDay } from '../status/formatDay';
import { legibleColour, PICTURE_CONTRAST } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { StatusShape } from '../status/StatusShape';
import { findingAddress } from '../testing/finding/findingAddress';
import {
  findingsAddress,
  newTestAddress,
  testAddress,
} from '../testing/testAddress';
import { useTestsAddress } from '../testing/useTestsAddress';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { GapMenu, isAskedFor } from './GapMenu';
import { gapRemedy, type GapRemedy } from './gapRemedy';
import { gapText } from './gapText';

const useStyles = makeStyles(theme => ({
  item: {
    display: 'grid',
    gridTemplateColumns: '22px minmax(0, 1fr) auto',
    columnGap: theme.spacing(1),
    padding: theme.spacing(1.25, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  shape: { paddingTop: 1, display: 'inline-flex', alignItems: 'flex-start' },
  message: { overflowWrap: 'anywhere' },
  action: {
    color: theme.palette.text.secondary,
    marginTop: 2,
    // within a sentence the colour alone does not tell a link
    '& a': { textDecoration: 'underline' },
  },
  remedy: {
    padding: theme.spacing(0, 0.75),
    marginLeft: theme.spacing(0.5),
    minWidth: 0,
    verticalAlign: 'baseline',
    lineHeight: 1.5,
    textTransform: 'none',
    fontSize: 'inherit',
  },
  end: { display: 'inline-flex', alignItems: 'flex-start' },
  date: { whiteSpace: 'nowrap', color: theme.palette.text.secondary },
  late: { whiteSpace: 'nowrap', fontWeight: 600 },
}));

/** One gap: its severity as a sign, what is wrong, what to do, and when. */
export const GapItem = (props: {
  gap: Gap;
  continuity: EntityContinuity;
  onRemedy: (remedy: GapRemedy) => void;
  onExempt: (requirement: string) => void;
}) => {
  const { gap, continuity, onRemedy, onExempt } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const days = { locale, timeZone: continuity.timeZone };
  const names = useNames();
  const text = gapText(t, gap, { locale });
  const message = withNames(text.message, names);
  const action = withNames(text.action, names);
  const remedy = gap.exemption ? undefined : gapRemedy(gap, continuity);

  return (
    <li className={classes.item}>
      <span className={classes.shape}>
        <SeverityShape gap={gap} />
      </span>
      <div>
        <div className={classes.message}>{message}</div>
        {gap.exemption ? (
          <div className={classes.action}>
            {t('assessment.gaps.exempted', {
              date: formatDueDay(gap.exemption.until, days),
              reason: gap.exemption.reason,
            })}
          </div>
        ) : (
          <div className={classes.action}>
            <span aria-hidden>→ </span>
            {action}
            {remedy && (
              <Remedy
                remedy={remedy}
                continuity={continuity}
                onRemedy={onRemedy}
              />
            )}
          </div>
        )}
        {isAskedFor(gap, continuity) && (
          <div className={classes.action}>{t('exemption.ask.waits')}</div>
        )}
      </div>
      <span className={classes.end}>
        <GapDate gap={gap} timeZone={continuity.timeZone} />
        <GapMenu
          gap={gap}
          name={message}
          continuity={continuity}
          onExempt={onExempt}
        />
      </span>
    </li>
  );
};

function GapDate({ gap, timeZone }: { gap: Gap; timeZone?: string }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const days = { locale: useLocale(), timeZone };
  if (gap.exemption) return <span />;
  if (gap.late) {
    return (
      <span className={classes.late}>
        {t('assessment.gaps.late', { date: formatDay(gap.dueBy, days) })}
      </span>
    );
  }
  return (
    <span className={classes.date}>
      {gap.severity === 'information' && gap.code !== 'due-soon'
        ? t('assessment.gaps.since', { date: formatDay(gap.since, days) })
        : t('assessment.gaps.due', { date: formatDueDay(gap.dueBy, days) })}
    </span>
  );
}

const REMEDIES = {
  edit: 'assessment.gaps.edit',
  agreement: 'assessment.gaps.recordAgreement',
  bia: 'analysis.bia.start',
  risk: 'analysis.risk.start',
} as const;

function Remedy(props: {
  remedy: GapRemedy;
  continuity: EntityContinuity;
  onRemedy: (remedy: GapRemedy) => void;
}) {
  const { remedy, continuity, onRemedy } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const plansAddress = usePlansAddress();
  if (remedy.kind === 'file') {
    return (
      <>
        {' '}
        <CatalogFileLink file={continuity.file}>
          {t('assessment.gaps.openFile')}
        </CatalogFileLink>
      </>
    );
  }
  if (remedy.kind === 'plan' || remedy.kind === 'write-plan') {
    // an app may have the tab without the pages
    return plansAddress ? (
      <>
        {' '}
        <Link
          to={
            remedy.kind === 'plan'
              ? planAddress(plansAddress, remedy.planId)
              : newPlanAddress(plansAddress, continuity.entityRef)
          }
        >
          {t(
            remedy.kind === 'plan' ? 'assessment.gaps.openPlan' : 'plan.write',
          )}
        </Link>
      </>
    ) : null;
  }
  if (
    remedy.kind === 'test' ||
    remedy.kind === 'plan-test' ||
    remedy.kind === 'finding'
  ) {
    return <TestRemedy remedy={remedy} entityRef={continuity.entityRef} />;
  }
  return (
    <Button
      size="small"
      color="primary"
      className={classes.remedy}
      aria-label={
        remedy.kind === 'edit'
          ? t('assessment.gaps.editField', {
              field: t(`profile.field.${remedy.field}`),
            })
          : undefined
      }
      onClick={() => onRemedy(remedy)}
    >
      {t(REMEDIES[remedy.kind])}
    </Button>
  );
}

function TestRemedy(props: {
  remedy: Extract<GapRemedy, { kind: 'test' | 'plan-test' | 'finding' }>;
  entityRef: string;
}) {
  const { remedy, entityRef } = props;
  const { t } = useTranslation();
  const testsAddress = useTestsAddress();
  // an app may have the tab without the pages
  if (!testsAddress) return null;
  if (remedy.kind === 'finding') {
    const to = findingAddress(findingsAddress(testsAddress), remedy.findingId);
    return (
      <>
        {' '}
        <Link to={to}>{t('assessment.gaps.openFinding')}</Link>
      </>
    );
  }
  return (
    <>
      {' '}
      <Link
        to={
          remedy.kind === 'test'
            ? testAddress(testsAddress, remedy.testId)
            : newTestAddress(testsAddress, {
                entities: [entityRef],
                depth: remedy.depth,
              })
        }
      >
        {t(
          remedy.kind === 'test'
            ? 'assessment.gaps.openTest'
            : 'testing.card.plan',
        )}
      </Link>
    </>
  );
}

/** Severities have the shapes of the statuses that they lead to. */
function SeverityShape({ gap }: { gap: Gap }) {
  const theme = useTheme();
  const { t } = useTranslation();
  const ground = theme.palette.background.paper;
  const label = t(`assessment.gaps.${gap.severity}`);
  if (gap.severity === 'information') {
    return (
      <InfoOutlinedIcon titleAccess={label} fontSize="small" color="action" />
    );
  }
  const status = gap.severity === 'critical' ? 'exposed' : 'at-risk';
  const shown = gap.exemption ? 'exempt' : status;
  const colour = legibleColour({
    colour: statusColour(theme, shown),
    background: ground,
    contrast: PICTURE_CONTRAST,
  });
  return (
    <span role="img" aria-label={label} style={{ color: colour }}>
      <StatusShape status={shown} ground={ground} />
    </span>
  );
}
