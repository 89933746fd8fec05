import { MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    overflowWrap: 'anywhere',
    '& > :first-child': { marginTop: 0 },
    '& > :last-child': { marginBottom: 0 },
    '& a': { textDecoration: 'underline' },
    // headings in a text are below the headings of the page
    '& h1, & h2, & h3, & h4': {
      fontSize: theme.typography.body1.fontSize,
      fontWeight: 700,
      margin: theme.spacing(1.5, 0, 0.5),
    },
    '& pre': { whiteSpace: 'pre-wrap' },
  },
}));

/** A text that somebody wrote: Markdown, of which nothing but formatting is let through. */
export const MarkdownText = (props: { text: string }) => {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <MarkdownContent content={props.text} linkTarget="_blank" />
    </div>
  );
};
