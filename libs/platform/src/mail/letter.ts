import type { Language } from '../text';

/** A line that leads somewhere. */
export interface LetterItem {
  readonly text: string;
  readonly link: string;
}

/** A paragraph; a link on its own; what is copied out as it stands; or a section of lines, with how many there are where not all are named. */
export type LetterPart =
  | { readonly text: string }
  | { readonly link: string }
  | { readonly verbatim: string }
  | { readonly heading: string; readonly items: readonly LetterItem[]; readonly more?: string };

/** A letter as it is meant; it goes out as plain text and as HTML that says the same. */
export interface Letter {
  readonly language: Language;
  readonly title: string;
  readonly parts: readonly LetterPart[];
  /** why it came, in small print */
  readonly end?: string;
}

/** As plain text. */
export function letterText({ parts, end }: Letter): string {
  const told = parts.map((part) => {
    if ('text' in part) return part.text;
    if ('link' in part) return part.link;
    if ('verbatim' in part) return part.verbatim;
    const lines = part.items.map(({ text, link }) => `· ${text}\n  ${link}`);
    return [`【${part.heading}】`, ...lines, ...(part.more ? [part.more] : [])].join('\n');
  });
  return [...told, ...(end ? [end] : [])].join('\n\n');
}

// As mail programs understand it: tables, styles in the elements. Nothing is loaded from anywhere: no picture, no font,
// nothing that would tell who reads it.
const ink = '#1a1d21';
const grey = '#5c6370';
const line = '#e6e6e1';
const blue = '#1f4e8c';
const open = { zh: '打开', en: 'Open' } as const;

/** As HTML in the look of the house; everything that was filled in is escaped. */
export function letterHtml(letter: Letter): string {
  const { language, title, parts, end } = letter;
  const foot = end
    ? `<tr><td style="padding:16px 32px 24px;border-top:1px solid ${line};color:${grey};font-size:13px;line-height:20px">${text(end)}</td></tr>`
    : '';
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${text(title)}</title></head>
<body style="margin:0;padding:0;background:#f1f1ec">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f1f1ec"><tr><td align="center" style="padding:20px 0">
<table role="presentation" width="640" cellpadding="0" cellspacing="0" style="width:100%;max-width:640px;background:#ffffff;border:1px solid ${line};border-top:4px solid #b3191e;color:${ink};font-family:-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:15px;line-height:24px">
<tr><td style="padding:24px 32px 8px"><h1 style="margin:0 0 8px;font-size:22px;line-height:30px">${text(title)}</h1>
${parts.map((part) => html(part, language)).join('\n')}
</td></tr>
${foot}
</table></td></tr></table>
</body></html>
`;
}

function html(part: LetterPart, language: Language): string {
  if ('text' in part) return `<p style="margin:0 0 12px">${text(part.text)}</p>`;
  if ('link' in part)
    return `<p style="margin:16px 0 4px">${anchor(part.link, open[language], `display:inline-block;padding:8px 20px;background:${blue};color:#ffffff;border-radius:6px;text-decoration:none`)}</p>
<p style="margin:0 0 16px;color:${grey};font-size:13px;line-height:20px;word-break:break-all">${text(part.link)}</p>`;
  if ('verbatim' in part)
    return `<pre style="margin:0 0 12px;padding:8px 12px;background:#f6f6f2;border:1px solid ${line};font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;line-height:20px;white-space:pre-wrap;word-break:break-all">${escaped(part.verbatim)}</pre>`;
  const rows = part.items.map(
    (item) =>
      `<tr><td style="padding:8px 12px 8px 0;border-bottom:1px solid ${line}">${text(item.text)}</td><td align="right" style="padding:8px 0;border-bottom:1px solid ${line};white-space:nowrap;vertical-align:top">${anchor(item.link, open[language], `color:${blue}`)}</td></tr>`,
  );
  const more = part.more
    ? `<p style="margin:6px 0 0;color:${grey};font-size:13px;line-height:20px">${text(part.more)}</p>`
    : '';
  return `<h2 style="margin:20px 0 0;padding-bottom:6px;border-bottom:1px solid ${line};font-size:17px;line-height:24px">${text(part.heading)}</h2>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="font-size:15px;line-height:22px">${rows.join('')}</table>${more}`;
}

/** Only what the web opens is a link; anything else stays text. */
function anchor(link: string, words: string, style: string): string {
  if (!/^https?:\/\//i.test(link)) return text(link);
  return `<a href="${escaped(link)}" style="${style}">${text(words)}</a>`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (raw: string): string => raw.replaceAll(/[&<>"']/g, (sign) => signs[sign]!);
const text = (raw: string): string => escaped(raw).replaceAll('\n', '<br>');
