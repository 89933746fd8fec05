import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { EntityName, nameOfRef } from '../../catalog/EntityName';
import { errorMessage } from '../../screen/errorMessage';
import { EntityFinder } from '../../catalog/EntityFinder';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: theme.spacing(0, 0, 1),
    padding: 0,
    maxHeight: 320,
    overflowY: 'auto',
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
  },
  picker: { maxWidth: 420 },
}));

/** More parts than this are no test but a programme. */
const MOST_PARTS = 500;

/** What is tested: single entities, and systems with their parts. */
export const EntitiesField = (props: {
  id: string;
  entities: readonly string[];
  names: Readonly<Record<string, string>>;
  error?: string;
  onChange: (entities: string[], names: Record<string, string>) => void;
}) => {
  const { id, entities, names, error, onChange } = props;
  const classes = useStyles();
  const catalogApi = useApi(catalogApiRef);
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string>();
  const add = (found: Array<{ ref: string; title: string }>) =>
    onChange(
      [...new Set([...entities, ...found.map(({ ref }) => ref)])],
      Object.fromEntries(found.map(({ ref, title }) => [ref, title])),
    );
  const addParts = async (system: string) => {
    setFailure(undefined);
    try {
      const { items } = await catalogApi.queryEntities({
        filter: {
          kind: ['component', 'resource', 'system'],
          'relations.partOf': system,
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
        ],
        limit: MOST_PARTS,
      });
      if (items.length === 0) setFailure(t('testing.form.noParts'));
      add(
        items.map(entity => ({
          ref: stringifyEntityRef(entity),
          title: entity.metadata.title ?? entity.metadata.name,
        })),
      );
    } catch (e) {
      setFailure(t('testing.failed', { message: errorMessage(e) }));
    }
  };

  return (
    <div>
      <ul className={classes.list} aria-label={t('testing.form.entities')}>
        {entities.map(ref => {
          const name = names[ref] ?? nameOfRef(ref);
          return (
            <li key={ref} className={classes.item}>
              <EntityName entityRef={ref} title={names[ref]} />
              <Typography
                variant="caption"
                color="textSecondary"
                component="span"
              >
                {ref}
              </Typography>
              {ref.startsWith('system:') && (
                <Button size="small" onClick={() => addParts(ref)}>
                  {t('testing.form.addParts', { name })}
                </Button>
              )}
              <IconButton
                size="small"
                aria-label={t('plan.scope.remove', { name })}
                onClick={() =>
                  onChange(
                    entities.filter(each => each !== ref),
                    {},
                  )
                }
              >
                <CloseIcon fontSize="small" />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <div className={classes.picker}>
        <EntityFinder
          id={id}
          label={t('testing.form.addEntity')}
          without={entities}
          onPick={found => add([found])}
        />
      </div>
      {(error ?? failure) && (
        <FormHelperText error role="alert">
          {error ?? failure}
        </FormHelperText>
      )}
    </div>
  );
};
