import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PropsWithChildren } from 'react';
import { Logo } from '../nav/Logo';

const useStyles = makeStyles(theme => ({
  root: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    padding: theme.spacing(6, 4),
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.default,
  },
  content: {
    maxWidth: 1040,
    margin: '0 auto',
  },
  header: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    marginBottom: theme.spacing(5),
  },
}));

/** The frame of everything that is shown before somebody has signed in. */
export const SignInLayout = (props: PropsWithChildren<{}>) => {
  const classes = useStyles();
  const title = useApi(configApiRef).getOptionalString('app.title');
  return (
    <main className={classes.root}>
      <div className={classes.content}>
        <div className={classes.header}>
          <Logo height={32} />
          <Typography color="textSecondary">{title}</Typography>
        </div>
        {props.children}
      </div>
    </main>
  );
};
