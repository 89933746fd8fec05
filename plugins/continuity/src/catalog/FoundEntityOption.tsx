import Typography from '@material-ui/core/Typography';
import type { FoundEntity } from './useEntitySearch';

/** An entity in the list below a field that finds it: two may have one title. */
export const FoundEntityOption = (props: { entity: FoundEntity }) => (
  <div>
    <Typography variant="body2">{props.entity.title}</Typography>
    <Typography variant="caption" color="textSecondary">
      {props.entity.ref}
    </Typography>
  </div>
);
