import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  tabs: {
    marginBottom: theme.spacing(2),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  tab: {
    textTransform: 'none',
    minWidth: 0,
    opacity: 1,
    color: theme.palette.text.primary,
    fontSize: '0.9375rem',
    letterSpacing: 'normal',
    '&.Mui-selected': { fontWeight: 700 },
  },
  // the tab says it to who sees it
  heading: {
    position: 'absolute',
    width: 1,
    height: 1,
    margin: 0,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
  },
}));

/** The sections of a page, below its own tab, and the one that is shown. */
export const ViewTabs = <View extends string>(props: {
  /** Unique on the page. */
  id: string;
  label: string;
  value: View;
  views: readonly View[];
  nameOf: (view: View) => string;
  onChange: (view: View) => void;
  children: ReactNode;
}) => {
  const { id, label, value, views, nameOf, onChange, children } = props;
  const classes = useStyles();
  const panel = `${id}-${value}`;
  return (
    <>
      <Tabs
        value={value}
        onChange={(_, next: View) => onChange(next)}
        aria-label={label}
        indicatorColor="primary"
        variant="scrollable"
        scrollButtons="auto"
        className={classes.tabs}
      >
        {views.map(view => (
          <Tab
            key={view}
            value={view}
            id={`${id}-${view}-tab`}
            aria-controls={view === value ? panel : undefined}
            className={classes.tab}
            label={nameOf(view)}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={panel} aria-labelledby={`${panel}-tab`}>
        <h2 className={classes.heading}>{nameOf(value)}</h2>
        {children}
      </div>
    </>
  );
};
