/** Gives the reader a file to save. */
export function saveFile(options: {
  name: string;
  type: string;
  text: string;
}): void {
  const { name, type, text } = options;
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(url);
}
