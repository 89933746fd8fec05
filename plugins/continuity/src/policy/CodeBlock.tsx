import { CopyTextButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: { position: 'relative', margin: theme.spacing(1, 0) },
  code: {
    margin: 0,
    padding: theme.spacing(1.5, 6, 1.5, 1.5),
    overflowX: 'auto',
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.default,
    color: theme.palette.text.primary,
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.5,
  },
  copy: { position: 'absolute', top: 0, right: 0 },
}));

/** A few lines to copy. Highlighting would cost a library as large as the page. */
export const CodeBlock = (props: { text: string; label: string }) => {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <pre className={classes.code} tabIndex={0} aria-label={props.label}>
        {props.text}
      </pre>
      <div className={classes.copy}>
        <CopyTextButton text={props.text} arial-label={props.label} />
      </div>
    </div>
  );
};
