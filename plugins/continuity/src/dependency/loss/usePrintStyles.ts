import { makeStyles } from '@material-ui/core/styles';

/** The paper, for a style element of its own: JSS knows no `@page`. */
export const PAPER = '@page { size: A4 landscape; margin: 12mm; }';

/** The class of what is printed; global rules can't name a generated one. */
export const PRINTED = 'continuity-printed';

/**
 * Prints a dialog instead of the page behind it. A dialog stands in the body beside the app, so everything else of the body can be left
 * out whatever the app around it looks like. Paper is white in dark themes, too.
 */
export const usePrintStyles = makeStyles({
  '@global': {
    '@media print': {
      [`body > *:not(.${PRINTED})`]: { display: 'none !important' },
      'html, body': {
        height: 'auto !important',
        overflow: 'visible !important',
        background: '#fff !important',
      },
    },
  },
  root: {
    '@media print': {
      position: 'static !important' as 'static',
      inset: 'auto !important',
      '& *': {
        color: '#000 !important',
        background: 'transparent !important',
        boxShadow: 'none !important',
        textShadow: 'none !important',
      },
      '& .MuiDialog-container, & .MuiPaper-root': {
        display: 'block !important',
        position: 'static !important' as 'static',
        height: 'auto !important',
        maxHeight: 'none !important',
        overflow: 'visible !important',
        opacity: '1 !important',
        transform: 'none !important',
      },
      '& .MuiBackdrop-root': { display: 'none !important' },
    },
  },
  hidden: { '@media print': { display: 'none !important' } },
});
