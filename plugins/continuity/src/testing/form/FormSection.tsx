import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    '& + &': {
      marginTop: theme.spacing(3),
      paddingTop: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  title: { fontWeight: 700, marginBottom: theme.spacing(1) },
  hint: { color: theme.palette.text.secondary, marginBottom: theme.spacing(1) },
}));

/** A part of a form under a heading. */
export const FormSection = (props: {
  title: string;
  hint?: string;
  children: ReactNode;
}) => {
  const classes = useStyles();
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <Typography id={id} component="h3" className={classes.title}>
        {props.title}
      </Typography>
      {props.hint && (
        <Typography variant="body2" className={classes.hint}>
          {props.hint}
        </Typography>
      )}
      {props.children}
    </section>
  );
};
