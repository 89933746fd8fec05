/** The text of a file that spreadsheets wrote, and whether its encoding had to be guessed. */
export interface TextFile {
  text: string;
  isGuessed: boolean;
}

/** Reads UTF-8, or UTF-16 with its mark; what is neither is taken for Windows-1252, in which many spreadsheets still save. */
export async function readTextFile(file: Blob): Promise<TextFile> {
  const bytes = new Uint8Array(await bytesOf(file));
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, isGuessed: false };
  } catch {
    return { ...decoded(bytes, 'windows-1252'), isGuessed: true };
  }
}

function decoded(bytes: Uint8Array, encoding: string): TextFile {
  return { text: new TextDecoder(encoding).decode(bytes), isGuessed: false };
}

function bytesOf(file: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}
