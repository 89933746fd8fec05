/** Most rows that one statement reads or writes: SQLite works synchronously, and everybody else waits. */
export const BATCH_SIZE = 500;

/** The items in slices that one statement can take, without duplicates. */
export function inChunks<T>(
  items: Iterable<T>,
  size: number = BATCH_SIZE,
): T[][] {
  const unique = [...new Set(items)];
  const chunks: T[][] = [];
  for (let start = 0; start < unique.length; start += size) {
    chunks.push(unique.slice(start, start + size));
  }
  return chunks;
}
