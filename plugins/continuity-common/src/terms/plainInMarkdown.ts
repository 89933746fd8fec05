/** A text in a line of Markdown: nothing in it begins a tag, a link, a list or another cell. @public */
export function plainInMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#~]/g, char => `\\${char}`)
    .replace(/^([-+]|\d+[.)])/, '\\$1');
}
