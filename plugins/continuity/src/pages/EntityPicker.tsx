import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { FoundEntityOption } from '../catalog/FoundEntityOption';
import { useEntitySearch, type FoundEntity } from '../catalog/useEntitySearch';
import { useEntityTitles } from '../catalog/useEntityTitles';
import { useTranslation } from '../translation';

const KINDS = ['component', 'resource', 'system', 'api'];

/** Finds entities in the catalog while one types; nothing is loaded before. */
export const EntityPicker = (props: {
  refs: readonly string[];
  onChange: (refs: string[]) => void;
}) => {
  const { refs, onChange } = props;
  const { t } = useTranslation();
  const search = useEntitySearch({ kinds: KINDS });
  // an address holds refs alone: what was not chosen here has to be asked for
  const { titleOf, learn } = useEntityTitles(refs, {
    defaultKind: 'component',
  });
  const chosen = refs.map(ref => ({ ref, title: titleOf(ref) }));

  return (
    <Autocomplete<FoundEntity, true>
      multiple
      id="continuity-loss-entities"
      size="small"
      {...search.list}
      value={chosen}
      options={search.found}
      loading={search.loading}
      loadingText={t('dependency.loss.searching')}
      noOptionsText={search.error?.message ?? t('dependency.loss.none')}
      filterOptions={all => all}
      filterSelectedOptions
      getOptionLabel={choice => choice.title}
      getOptionSelected={(a, b) => a.ref === b.ref}
      renderOption={entity => <FoundEntityOption entity={entity} />}
      inputValue={search.input}
      onInputChange={(_event, text, reason) => {
        // Whatever is rendered anew would take away what is being typed
        if (reason !== 'reset') search.setInput(text);
      }}
      onChange={(_event, choices) => {
        search.setInput('');
        for (const { ref, title } of choices) {
          if (!refs.includes(ref)) learn(ref, title);
        }
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
