import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { position: 'relative', margin: theme.spacing(1, 0) },
  code: {
    margin: 0,
    padding: theme.spacing(1.5, 5, 1.5, 1.5),
    overflowX: 'auto',
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.default,
    color: theme.palette.text.primary,
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.5,
  },
  copy: { position: 'absolute', top: 4, right: 4 },
}));

/** A few lines to copy. Highlighting would cost a library as large as the page. */
export const CodeBlock = (props: { text: string; label: string }) => {
  const { text, label } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);
  const word = copied ? t('policy.copied') : t('policy.copy');
  return (
    <div className={classes.root}>
      {/* It may scroll, so it has to be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.code} tabIndex={0} aria-label={label}>
        {text}
      </pre>
      <Tooltip title={word} onClose={() => setCopied(false)}>
        <IconButton
          size="small"
          className={classes.copy}
          aria-label={`${word}: ${label}`}
          onClick={() => {
            copy(text);
            setCopied(true);
          }}
        >
          <CopyIcon fontSize="inherit" />
        </IconButton>
      </Tooltip>
    </div>
  );
};
