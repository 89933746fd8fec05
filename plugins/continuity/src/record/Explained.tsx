import type { ReactNode } from 'react';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  term: {
    borderBottom: `1px dotted ${theme.palette.text.secondary}`,
  },
  caption: {
    borderBottom: '1px dotted transparent',
    '&:hover, &:focus': { borderBottomColor: theme.palette.text.secondary },
  },
  root: {
    cursor: 'help',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
      borderRadius: 2,
    },
  },
}));

/** A word with an explanation that shows on hover and on keyboard focus. */
export const Explained = (props: {
  explanation: string;
  /** A caption is quieter than a term of the field: it is underlined only while it is explained. */
  as?: 'term' | 'caption';
  children: ReactNode;
}) => {
  const classes = useStyles();
  return (
    <Tooltip title={props.explanation} enterTouchDelay={0}>
      <span
        // It does nothing, but whoever has no pointer must reach its explanation.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={`${classes.root} ${classes[props.as ?? 'term']}`}
      >
        {props.children}
      </span>
    </Tooltip>
  );
};
