import IconButton from '@material-ui/core/IconButton';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import { makeStyles } from '@material-ui/core/styles';
import { touchActionSchema } from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { useEntityTitles } from '../../catalog/useEntityTitles';
import { EntityFinder } from '../../catalog/EntityFinder';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';
import type { ChangeDraft } from './changeDraft';

const useStyles = makeStyles(theme => ({
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
  },
  name: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  action: { width: 150, flex: 'none' },
  list: { listStyle: 'none', margin: theme.spacing(0, 0, 1), padding: 0 },
}));

/** Which entities a change touches, and what it does to each. */
export const TouchedField = (props: {
  touched: ChangeDraft['touched'];
  onChange: (touched: ChangeDraft['touched']) => void;
}) => {
  const { touched, onChange } = props;
  const classes = useStyles();
  const shared = usePageStyles();
  const { t } = useTranslation();
  const { titleOf, learn } = useEntityTitles(
    touched.map(({ entityRef }) => entityRef),
  );
  return (
    <div role="group" aria-label={t('change.form.entities')}>
      {touched.length === 0 ? (
        <Typography variant="body2" className={shared.quiet} paragraph>
          {t('change.form.noEntities')}
        </Typography>
      ) : (
        <ul className={classes.list}>
          {touched.map(({ entityRef, action }) => {
            const name = titleOf(entityRef);
            return (
              <li key={entityRef} className={classes.item}>
                <span className={classes.name}>
                  <EntityName entityRef={entityRef} title={name} />
                </span>
                <span
                  id={`continuity-touched-label-${entityRef}`}
                  className={shared.hidden}
                >
                  {t('change.form.entityAction', { name })}
                </span>
                <TextField
                  select
                  id={`continuity-touched-${entityRef}`}
                  className={classes.action}
                  size="small"
                  variant="outlined"
                  value={action}
                  SelectProps={{
                    // its value is said after it, so that the name has what is seen
                    labelId: `continuity-touched-label-${entityRef}`,
                  }}
                  onChange={event =>
                    onChange(
                      touched.map(each =>
                        each.entityRef === entityRef
                          ? {
                              entityRef,
                              action: touchActionSchema.parse(
                                event.target.value,
                              ),
                            }
                          : each,
                      ),
                    )
                  }
                >
                  {touchActionSchema.options.map(option => (
                    <MenuItem key={option} value={option}>
                      {t(`change.touchAction.${option}`)}
                    </MenuItem>
                  ))}
                </TextField>
                <IconButton
                  size="small"
                  aria-label={t('change.form.removeEntity', { name })}
                  onClick={() =>
                    onChange(
                      touched.filter(each => each.entityRef !== entityRef),
                    )
                  }
                >
                  <CloseIcon fontSize="small" />
                </IconButton>
              </li>
            );
          })}
        </ul>
      )}
      <EntityFinder
        id="continuity-change-entity"
        label={t('change.form.add')}
        without={touched.map(({ entityRef }) => entityRef)}
        onPick={({ ref, title }) => {
          learn(ref, title);
          onChange([...touched, { entityRef: ref, action: 'modify' }]);
        }}
      />
    </div>
  );
};
