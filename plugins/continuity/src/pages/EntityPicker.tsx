import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { nameOfRef } from '../catalog/EntityName';
import { useTranslation } from '../translation';

const SEARCHED = ['metadata.name', 'metadata.title'];
const KINDS = ['component', 'resource', 'system', 'api'];
const SHOWN = 20;
const PAUSE_MS = 250;

interface Choice {
  ref: string;
  title: string;
}

function choiceOf(entity: Entity): Choice {
  return {
    ref: stringifyEntityRef(entity),
    title: entity.metadata.title ?? entity.metadata.name,
  };
}

/** Finds entities in the catalog while one types; nothing is loaded before. */
export const EntityPicker = (props: {
  refs: readonly string[];
  onChange: (refs: string[]) => void;
}) => {
  const { refs, onChange } = props;
  const { t } = useTranslation();
  const catalogApi = useApi(catalogApiRef);
  const [open, setOpen] = useState(false);
  const [input, setInput] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(input.trim()), PAUSE_MS, [input]);
  const found = useAsync(async () => {
    if (!open) return [];
    const { items } = await catalogApi.queryEntities({
      filter: { kind: KINDS },
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'],
      limit: SHOWN,
      ...(term ? { fullTextFilter: { term, fields: SEARCHED } } : {}),
    });
    return items.map(choiceOf);
  }, [catalogApi, open, term]);
  // An address holds refs alone: what was not chosen here has to be asked for
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const unknown = refs.filter(ref => !titles.has(ref));
  useAsync(async () => {
    if (unknown.length === 0) return;
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: unknown,
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'],
    });
    setTitles(
      last =>
        new Map([
          ...last,
          // What is not found keeps its name, and is not asked for again
          ...unknown.map((ref, at): [string, string] => {
            const entity = items[at];
            return [
              ref,
              entity ? choiceOf(entity).title : nameOfRef(ref, 'component'),
            ];
          }),
        ]),
    );
  }, [catalogApi, unknown.join()]);
  const chosen = refs.map(ref => ({
    ref,
    title: titles.get(ref) ?? nameOfRef(ref, 'component'),
  }));

  return (
    <Autocomplete<Choice, true>
      multiple
      id="continuity-loss-entities"
      size="small"
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      value={chosen}
      options={found.value ?? []}
      loading={found.loading}
      loadingText={t('dependency.loss.searching')}
      noOptionsText={found.error?.message ?? t('dependency.loss.none')}
      filterOptions={all => all}
      filterSelectedOptions
      getOptionLabel={choice => choice.title}
      getOptionSelected={(a, b) => a.ref === b.ref}
      renderOption={choice => (
        <div>
          <Typography variant="body2">{choice.title}</Typography>
          <Typography variant="caption" color="textSecondary">
            {choice.ref}
          </Typography>
        </div>
      )}
      inputValue={input}
      onInputChange={(_event, text, reason) => {
        // Whatever is rendered anew would take away what is being typed
        if (reason !== 'reset') setInput(text);
      }}
      onChange={(_event, choices) => {
        setInput('');
        setTitles(
          last =>
            new Map([
              ...last,
              ...choices
                .filter(({ ref }) => !refs.includes(ref))
                .map(({ ref, title }) => [ref, title] as const),
            ]),
        );
        onChange(choices.map(({ ref }) => ref));
      }}
      renderInput={params => (
        <TextField
          {...params}
          label={t('dependency.loss.entities')}
          placeholder={t('dependency.loss.entitiesSearch')}
          variant="outlined"
        />
      )}
    />
  );
};
