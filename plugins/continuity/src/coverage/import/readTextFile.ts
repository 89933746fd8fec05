/** The text of a file that spreadsheets wrote, and whether its encoding had to be guessed. */
export interface TextFile {
  text: string;
  isGuessed: boolean;
}

/** Reads UTF-8, or UTF-16 also without its mark; what is neither is taken for Windows-1252, in which many spreadsheets still save. */
export async function readTextFile(file: Blob): Promise<TextFile> {
  const bytes = new Uint8Array(await bytesOf(file));
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  const unmarked = utf16WithoutMark(bytes.subarray(0, 400));
  if (unmarked) return decoded(bytes, unmarked);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, isGuessed: false };
  } catch {
    return { ...decoded(bytes, 'windows-1252'), isGuessed: true };
  }
}

/** In UTF-16 about every second byte of the names of columns is zero, and in a text that is none no byte is. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] += 1;
  });
  const [even, odd] = zeros;
  if (even + odd < bytes.length / 4 || even === odd) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
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
