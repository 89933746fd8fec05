import {
  createTheme,
  makeStyles,
  ThemeProvider,
} from '@material-ui/core/styles';
import { useEffect, useState, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';

const PAPER = 'continuity-paper';

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

/** A document on paper, which exists only while the browser prints. Nothing else of the app is printed with it. */
export const PrintedPaper = (props: {
  title: string;
  /** Name and value; asked when it is printed. */
  facts: (printedAt: string) => Array<[string, string]>;
  foot?: string;
  children: ReactNode;
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
      <Sheet {...props} printedAt={printedAt} />
    </ThemeProvider>,
    document.body,
  );
};

function Sheet(props: {
  title: string;
  facts: (printedAt: string) => Array<[string, string]>;
  foot?: string;
  children: ReactNode;
  printedAt: string;
}) {
  const { title, facts, foot, children, printedAt } = props;
  const classes = useStyles();
  return (
    <div className={`${PAPER} ${classes.root}`}>
      {/* a rule about pages is none that JSS knows */}
      <style>{'@page { size: A4; margin: 16mm 14mm; }'}</style>
      <h1 className={classes.title}>{title}</h1>
      <dl className={classes.facts}>
        {facts(printedAt).flatMap(([name, value]) => [
          <dt key={`${name}-name`}>{name}</dt>,
          <dd key={name}>{value}</dd>,
        ])}
      </dl>
      {children}
      {foot && <p className={classes.foot}>{foot}</p>}
    </div>
  );
}
