import type { PropsWithChildren } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Content } from '@backstage/core-components';

const useStyles = makeStyles(theme => ({
  // the header above keeps its distance already
  root: { paddingTop: theme.spacing(1) },
  '@global': {
    // Backstage's row of tabs has no way of its own to hold more than fit into a narrow window
    '.bui-PluginHeaderTabsWrapper': { overflowX: 'auto', overflowY: 'hidden' },
    '.bui-PluginHeaderTabsWrapper .bui-TabList': {
      paddingBottom: 1,
      whiteSpace: 'nowrap',
    },
  },
}));

/** What is below the tabs of the continuity page in the new frontend system. */
export const SubPageContent = ({ children }: PropsWithChildren<{}>) => {
  const classes = useStyles();
  return <Content className={classes.root}>{children}</Content>;
};
