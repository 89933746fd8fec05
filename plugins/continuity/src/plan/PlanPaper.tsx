import {
  makeStyles,
  ThemeProvider,
  createTheme,
} from '@material-ui/core/styles';
import type {
  PlanDetail,
  PlanPrivateContacts,
  PlanVersion,
} from 'backstage-plugin-continuity-common';
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { partyName } from '../profile/valueText';
import { fullMoment } from '../record/relativeTime';
import { formatDueDay } from '../status/formatDay';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { PlanDocument } from './PlanDocument';

const PAPER = 'continuity-plan-paper';

const useStyles = makeStyles({
  '@global': {
    '@media print': {
      // whatever the app around it looks like, the paper stands beside it in the body
      [`body > *:not(.${PAPER})`]: { display: 'none !important' },
      'html, body': {
        height: 'auto !important',
        overflow: 'visible !important',
        background: '#fff !important',
      },
    },
  },
  root: {
    display: 'none',
    '@media print': {
      display: 'block',
      fontFamily: 'Helvetica, Arial, sans-serif',
      fontSize: '10.5pt',
      lineHeight: 1.45,
      color: '#000',
      '& *': { color: '#000 !important', boxShadow: 'none !important' },
      '& a': { textDecoration: 'none !important' },
      '& h3, & h4': { breakAfter: 'avoid' },
      '& table, & tr, & li': { breakInside: 'avoid' },
      '& [class*="MuiTypography-root"], & [class*="MuiTableCell-root"]': {
        fontFamily: 'inherit',
        fontSize: 'inherit',
      },
      '& h3[class*="MuiTypography-root"]': { fontSize: '13pt' },
      printColorAdjust: 'exact',
    },
  },
  title: { fontSize: '20pt', fontWeight: 700, margin: 0 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr auto 1fr',
    columnGap: '4mm',
    rowGap: '1mm',
    margin: '4mm 0 6mm',
    padding: '3mm 0',
    borderTop: '1pt solid #000',
    borderBottom: '1pt solid #000',
    fontSize: '9pt',
    '& dt': { fontWeight: 700 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  foot: {
    marginTop: '8mm',
    paddingTop: '2mm',
    borderTop: '0.5pt solid #000',
    fontSize: '8pt',
    overflowWrap: 'anywhere',
  },
});

// paper is white, whatever the app's theme
const paperTheme = createTheme({ palette: { type: 'light' } });

/** The version as a document on paper; it exists only while the browser prints. */
export const PlanPaper = (props: {
  plan: PlanDetail;
  version: PlanVersion;
  secrets: PlanPrivateContacts['items'] | undefined;
}) => {
  const [printedAt, setPrintedAt] = useState<string>();
  useEffect(() => {
    const before = () =>
      flushSync(() => setPrintedAt(new Date().toISOString()));
    const after = () => setPrintedAt(undefined);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  if (!printedAt) return null;
  return createPortal(
    <ThemeProvider theme={paperTheme}>
      <Paper {...props} printedAt={printedAt} />
    </ThemeProvider>,
    document.body,
  );
};

function Paper(props: {
  plan: PlanDetail;
  version: PlanVersion;
  secrets: PlanPrivateContacts['items'] | undefined;
  printedAt: string;
}) {
  const { plan, version, secrets, printedAt } = props;
  const classes = useStyles();
  const locale = useLocale();
  const { t } = useTranslation();
  const isInForce = plan.inForce?.version === version.version;
  const facts: Array<[string, string]> = [
    [t('plan.fact.version'), String(version.version)],
    [
      t('plan.fact.state'),
      t(
        `plan.state.${
          version.state === 'approved' ? 'in-force' : version.state
        }`,
      ),
    ],
    [t('plan.fact.kind'), t(`plan.kind.${plan.kind}`)],
    [t('plan.fact.owner'), plan.owner.title ?? partyName(plan.owner.ref)],
    ...(version.approvedAt
      ? ([
          [t('plan.fact.approvedOn'), fullMoment(version.approvedAt, locale)],
          [t('plan.fact.approvedBy'), partyName(version.approvedBy ?? '')],
        ] as Array<[string, string]>)
      : []),
    ...(isInForce && plan.reviewDueAt
      ? ([
          [
            t('plan.fact.reviewDue'),
            formatDueDay(plan.reviewDueAt, { locale }),
          ],
        ] as Array<[string, string]>)
      : []),
    [t('plan.fact.printed'), fullMoment(printedAt, locale)],
  ];
  return (
    <div className={`${PAPER} ${classes.root}`}>
      {/* a rule about pages is none that JSS knows */}
      <style>{'@page { size: A4; margin: 16mm 14mm; }'}</style>
      <h1 className={classes.title}>{version.title}</h1>
      <dl className={classes.facts}>
        {facts.flatMap(([name, value]) => [
          <dt key={`${name}-name`}>{name}</dt>,
          <dd key={name}>{value}</dd>,
        ])}
      </dl>
      <PlanDocument
        plan={plan}
        contents={version.contents}
        secrets={secrets}
        onSecrets={() => {}}
        forPaper
      />
      <p className={classes.foot}>
        {t('plan.paper.foot', { hash: version.sha256 })}
      </p>
    </div>
  );
}
