import { useTranslation } from '../translation';

/** A column's title in the reader's language: a table's columns are made where no hook can be called. */
export const ColumnTitle = (props: {
  column: 'status' | 'tier' | 'lastTest';
}) => {
  const { t } = useTranslation();
  return <>{t(`catalogTable.column.${props.column}`)}</>;
};
