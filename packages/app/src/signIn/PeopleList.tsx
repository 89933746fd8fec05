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
    width: '100%',
    height: '100%',
    padding: theme.spacing(2),
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'flex-start',
    textAlign: 'left',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    backgroundColor: theme.palette.background.paper,
    transition: theme.transitions.create(['border-color', 'box-shadow']),
    '&:hover': {
      borderColor: theme.palette.text.secondary,
    },
    '&:focus-visible': {
      borderColor: theme.palette.primary.main,
      boxShadow: `0 0 0 2px ${theme.palette.primary.main}`,
    },
  },
  avatar: {
    marginRight: theme.spacing(2),
    color: theme.palette.getContrastText(theme.palette.text.secondary),
    backgroundColor: theme.palette.text.secondary,
    fontSize: '1rem',
    fontWeight: 700,
  },
  name: {
    fontSize: '1.1rem',
    fontWeight: 700,
    lineHeight: 1.3,
  },
  role: {
    marginBottom: theme.spacing(1),
  },
}));

/** The people to choose from, each a button with what there is to see. */
export const PeopleList = (props: {
  people: DemoPerson[];
  onChoose(person: DemoPerson): void;
}) => {
  const classes = useStyles();
  const id = useId();
  return (
    <ul className={classes.list}>
      {props.people.map((person, index) => (
        <li key={person.ref}>
          <ButtonBase
            className={classes.card}
            focusRipple
            aria-labelledby={`${id}-${index}-name`}
            aria-describedby={`${id}-${index}-role ${id}-${index}-shows`}
            onClick={() => props.onChoose(person)}
          >
            <Avatar className={classes.avatar} aria-hidden>
              {initials(person.name)}
            </Avatar>
            <span>
              <Typography
                id={`${id}-${index}-name`}
                component="span"
                display="block"
                className={classes.name}
              >
                {person.name}
              </Typography>
              <Typography
                id={`${id}-${index}-role`}
                component="span"
                display="block"
                variant="body2"
                color="textSecondary"
                className={classes.role}
              >
                {person.role}
              </Typography>
              <Typography
                id={`${id}-${index}-shows`}
                component="span"
                display="block"
                variant="body2"
              >
                {person.shows}
              </Typography>
            </span>
          </ButtonBase>
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
