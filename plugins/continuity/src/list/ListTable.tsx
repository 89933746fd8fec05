import LinearProgress from '@material-ui/core/LinearProgress';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  container: { position: 'relative' },
  loading: { position: 'absolute', top: 0, left: 0, right: 0, zIndex: 1 },
  stale: { opacity: 0.6 },
  table: {
    '& td, & th': { padding: theme.spacing(0.75, 1.25), verticalAlign: 'top' },
    '& th': { fontWeight: 700 },
  },
}));

/** One page of a list as a table. What is there stays, paler, while another page is on its way. */
export const ListTable = (props: {
  /** What is listed, for screen readers. */
  label: string;
  loading: boolean;
  loadingLabel?: string;
  className?: string;
  /** The cells of the heading. */
  head: ReactNode;
  /** The rows. */
  children: ReactNode;
}) => {
  const { label, loading, loadingLabel, className = '' } = props;
  const classes = useStyles();
  return (
    <TableContainer className={classes.container}>
      {loading && (
        <LinearProgress className={classes.loading} aria-label={loadingLabel} />
      )}
      <Table
        size="small"
        aria-label={label}
        aria-busy={loading}
        className={`${classes.table} ${className} ${
          loading ? classes.stale : ''
        }`}
      >
        <TableHead>
          <TableRow>{props.head}</TableRow>
        </TableHead>
        <TableBody>{props.children}</TableBody>
      </Table>
    </TableContainer>
  );
};
