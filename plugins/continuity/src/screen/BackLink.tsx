import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: { display: 'inline-block', marginBottom: theme.spacing(1) },
}));

/** The way back, above the title of a page below another one. */
export const BackLink = (props: { to: string; children: ReactNode }) => (
  <div>
    <Link to={props.to} className={useStyles().root}>
      {props.children}
    </Link>
  </div>
);
