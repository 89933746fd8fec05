import Avatar from '@material-ui/core/Avatar';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { DemoPerson } from './readDemoPeople';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))',
    gap: theme.spacing(2),
    listStyle: 'none',
    margin: theme.spacing(3, 0),
    padding: 0,
  },
  card: {
    position: 'relative',
    display: 'flex',
    padding: theme.spacing(2),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    backgroundColor: theme.palette.background.paper,
    '&:hover': {
      borderColor: theme.palette.text.secondary,
    },
  },
  avatar: {
    marginRight: theme.spacing(2),
    color: theme.palette.getContrastText(theme.palette.text.secondary),
    backgroundColor: theme.palette.text.secondary,
    fontSize: '1rem',
    fontWeight: 700,
  },
  // The button is the name alone, for those who hear it; its area is the whole card.
  choose: {
    position: 'static',
    fontFamily: theme.typography.fontFamily,
    fontSize: '1.1rem',
    fontWeight: 700,
    lineHeight: 1.3,
    '&::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      borderRadius: 7,
    },
    '&:focus-visible::after': {
      boxShadow: `0 0 0 3px ${theme.palette.primary.main}`,
    },
  },
  role: {
    marginBottom: theme.spacing(1),
  },
}));

/** The people to choose from, each with what there is to see as them. */
export const PeopleList = (props: {
  people: DemoPerson[];
  onChoose(person: DemoPerson): void;
}) => {
  const classes = useStyles();
  const id = useId();
  return (
    <ul className={classes.list}>
      {props.people.map((person, index) => (
        <li key={person.ref} className={classes.card}>
          <Avatar className={classes.avatar} aria-hidden>
            {initials(person.name)}
          </Avatar>
          <div>
            <ButtonBase
              className={classes.choose}
              disableRipple
              aria-describedby={`${id}-${index}-role ${id}-${index}-shows`}
              onClick={() => props.onChoose(person)}
            >
              {person.name}
            </ButtonBase>
            <Typography
              id={`${id}-${index}-role`}
              variant="body2"
              color="textSecondary"
              className={classes.role}
            >
              {person.role}
            </Typography>
            <Typography id={`${id}-${index}-shows`} variant="body2">
              {person.shows}
            </Typography>
          </div>
        </li>
      ))}
    </ul>
  );
};

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map(word => word.charAt(0))
    .join('')
    .slice(0, 2);
}
