import { letterHtml, letterText, type Letter } from './letter';

const letter: Letter = {
  language: 'zh',
  title: '党务提醒 <b>',
  parts: [
    { text: '王敏：' },
    {
      heading: '已逾期',
      items: [{ text: '<script>alert("x")</script> & \'支部\'', link: 'https://dangwu.example.org/a?b=1&c="2"' }],
      more: '……共 9 项',
    },
    { link: 'https://dangwu.example.org/password#secret' },
  ],
  end: '自动发出\n不会重复',
};

describe('a letter', () => {
  it('says in plain text what it says', () => {
    expect(letterText({ ...letter, parts: letter.parts.slice(0, 2) })).toBe(
      '王敏：\n\n【已逾期】\n· <script>alert("x")</script> & \'支部\'\n  https://dangwu.example.org/a?b=1&c="2"\n……共 9 项\n\n自动发出\n不会重复',
    );
  });

  it('escapes everything in HTML', () => {
    const html = letterHtml(letter);
    expect(html).toContain('<h1 style="margin:0 0 8px;font-size:22px;line-height:30px">党务提醒 &lt;b&gt;</h1>');
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;支部&#39;');
    expect(html).toContain('href="https://dangwu.example.org/a?b=1&amp;c=&quot;2&quot;"');
    expect(html).toContain('自动发出<br>不会重复');
    expect(html).not.toMatch(/<script|<b>/);
  });

  it('loads nothing from anywhere, and links only what the web opens', () => {
    const html = letterHtml({ ...letter, parts: [...letter.parts, { link: 'javascript:alert(1)' }] });
    expect(html).not.toMatch(/<img|<link|url\(|src=|@import|href="javascript/i);
    expect(html.match(/href="/g)).toHaveLength(2);
    expect(html).toContain('javascript:alert(1)');
    expect(html).toContain('<html lang="zh-CN">');
  });

  it('keeps what is copied out as it stands', () => {
    const head = { ...letter, parts: [{ verbatim: '{"header": "a  b"}' }] };
    expect(letterText(head)).toContain('\n{"header": "a  b"}\n'.trim());
    expect(letterHtml(head)).toMatch(/<pre [^>]+>\{&quot;header&quot;: &quot;a  b&quot;\}<\/pre>/);
  });
});
