/** What no text needs and some databases refuse; tabs and line feeds stay. */
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Markdown as it is kept: line feeds, no blanks at line ends of the whole, no blank lines around. @public */
export function tidyMarkdown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL_CHARACTERS, '')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}
