import { makeStyles } from '@material-ui/core/styles';

/** FullCalendar in the app's own colours and type. */
export const useCalendarStyles = makeStyles(theme => ({
  root: {
    '--fc-border-color': theme.palette.divider,
    '--fc-page-bg-color': theme.palette.background.paper,
    '--fc-neutral-bg-color': theme.palette.background.default,
    '--fc-today-bg-color': theme.palette.action.selected,
    '--fc-event-bg-color': 'transparent',
    '--fc-event-border-color': 'transparent',
    '--fc-event-text-color': theme.palette.text.primary,
    '--fc-more-link-text-color': theme.palette.text.primary,
    color: theme.palette.text.primary,
    minWidth: 0,
    '& .fc': { fontFamily: 'inherit', fontSize: '0.875rem' },
    '& .fc a': { color: 'inherit' },
    '& .fc .fc-daygrid-event': {
      background: 'none',
      border: 0,
      margin: '1px 2px 0',
      padding: 0,
      whiteSpace: 'nowrap',
    },
    '& .fc .fc-daygrid-event:hover': { background: 'none' },
    '& .fc .fc-event-draggable, & .fc .fc-event-draggable a': {
      cursor: 'grab',
    },
    '& .fc .fc-col-header-cell-cushion': {
      fontWeight: 600,
      padding: theme.spacing(0.5),
    },
    '& .fc .fc-daygrid-day-number': { padding: theme.spacing(0.25, 0.75) },
    '& .fc .fc-daygrid-more-link': {
      fontSize: '0.8125rem',
      fontWeight: 600,
      textDecoration: 'underline',
    },
    '& .fc .fc-popover': {
      background: theme.palette.background.paper,
      boxShadow: theme.shadows[6],
      zIndex: theme.zIndex.modal - 1,
      maxWidth: 360,
    },
    '& .fc .fc-popover-header': {
      background: theme.palette.background.default,
    },
    // fainter, but to be read
    '& .fc .fc-day-other .fc-daygrid-day-top': {
      opacity: 1,
      color: theme.palette.text.secondary,
    },
    '& .fc .fc-multimonth': { border: 0 },
    '& .fc .fc-multimonth-title': { fontSize: '0.95rem', padding: '0.6em 0' },
    '& .fc .fc-multimonth-daygrid': {
      background: theme.palette.background.paper,
    },
    '& .fc .fc-multimonth-header': {
      background: theme.palette.background.paper,
    },
  },
}));
