import { degrees, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { toPdf } from '../to-pdf';
import type { Booklet, BookletPart, EnclosedFile } from './booklet';
import { makeBooklet } from './make-booklet';

const at = new Date('2026-11-20T02:00:00Z');
const file = (name: string, type: string, content: Buffer | null): EnclosedFile => ({
  label: '实施方案',
  name,
  type,
  size: content?.length ?? 10,
  sha256: createHash('sha256')
    .update(content ?? '')
    .digest('hex'),
  content,
});
const pdfFile = (name: string, content: Buffer) => file(name, 'application/pdf', content);
const part = (enclosed: EnclosedFile): BookletPart => ({
  title: `${enclosed.label}：${enclosed.name}`,
  level: 2,
  content: { kind: 'file', file: enclosed },
});
const matter: BookletPart = {
  title: '议题一　行业公共服务平台二期建设',
  level: 1,
  content: {
    kind: 'sheet',
    sheet: {
      mark: '议题一',
      title: '行业公共服务平台二期建设',
      facts: [
        ['文号', '前审〔2026〕2号'],
        ['金额', '460万元'],
        ['法律审查', ''],
      ],
      sections: [
        { heading: '背景和理由', text: '会员多次提出。\n标准查询、线上培训和证书核验分散在三个系统。'.repeat(40) },
      ],
    },
  },
};
const notice: BookletPart = {
  title: '会议通知',
  level: 1,
  content: {
    kind: 'document',
    document: {
      head: '功能型党委会议通知',
      number: '〔2026〕3号',
      issuer: '示范行业协会功能型党委',
      date: '2026-11-18',
      title: '关于召开第12次会议的通知',
      draft: null,
      body: [{ kind: 'paragraph', runs: [{ text: '定于2026年11月25日召开会议。' }] }],
    },
  },
};
const booklet = (...parts: readonly BookletPart[]): Booklet => ({
  title: '第12次会议材料',
  subtitle: '2026年11月25日',
  issuer: '示范行业协会功能型党委',
  parts: [notice, matter, ...parts],
});

async function strangers(pages: number, make?: (document: PDFDocument) => void): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let i = 0; i < pages; i++) document.addPage([500, 700]);
  make?.(document);
  return Buffer.from(await document.save());
}

/** Bookmarks in their order, with the page each leads to, counted from 1. */
function outlineOf(document: PDFDocument): { title: string; page: number; below: number }[] {
  const pages = document.getPages().map(({ ref }) => ref);
  const walk = (parent: PDFDict): { title: string; page: number; below: number }[] => {
    const found = [];
    let entry = parent.lookupMaybe(PDFName.of('First'), PDFDict);
    while (entry) {
      const below = walk(entry);
      const target = entry.lookup(PDFName.of('Dest'), PDFArray).get(0);
      found.push({
        title: entry.lookup(PDFName.of('Title'), PDFHexString).decodeText(),
        page: pages.indexOf(target as (typeof pages)[number]) + 1,
        below: below.length,
      });
      found.push(...below);
      entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict);
    }
    return found;
  };
  return walk(document.catalog.lookup(PDFName.of('Outlines'), PDFDict));
}

/** A PNG of one colour, as small as it gets. */
function png(width: number, height: number): Buffer {
  const crcs = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    let crc = 0xffffffff;
    for (const byte of body) crc = crcs[(crc ^ byte) & 255]! ^ (crc >>> 8);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(Math.min(height, 100) * (width + 1), 128));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

describe('a booklet', () => {
  it('has contents, what is set, files as they are, and bookmarks that lead there', async () => {
    const three = pdfFile('方案.pdf', await strangers(3));
    const image = file('现场.png', 'image/png', png(60, 40));
    const sheet = file(
      '预算.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      Buffer.from('PK'),
    );
    const made = await makeBooklet(booklet(part(three), part(image), part(sheet)), at);
    const document = await PDFDocument.load(made.pdf);
    const outline = outlineOf(document);
    const pagesOfMatter = 4;
    expect(outline).toEqual([
      { title: '目录', page: 1, below: 0 },
      { title: '会议通知', page: 2, below: 0 },
      { title: '议题一　行业公共服务平台二期建设', page: 3, below: 3 },
      { title: '实施方案：方案.pdf', page: 3 + pagesOfMatter, below: 0 },
      { title: '实施方案：现场.png', page: 6 + pagesOfMatter, below: 0 },
      { title: '实施方案：预算.xlsx', page: 7 + pagesOfMatter, below: 0 },
    ]);
    expect(document.getPageCount()).toBe(7 + pagesOfMatter);
    expect(made.pages).toBe(document.getPageCount());
    expect(made.leftOut).toEqual([{ name: '预算.xlsx', why: 'NOT_A_PAGE' }]);
    // the stranger's pages keep their size
    expect(document.getPage(2 + pagesOfMatter).getSize()).toEqual({ width: 500, height: 700 });
    expect(document.getTitle()).toBe('第12次会议材料');
  });

  it('is the same when it is made of the same', async () => {
    const hash = async () => {
      const { pdf } = await makeBooklet(booklet(part(pdfFile('方案.pdf', Buffer.from(await fixed)))), at);
      return pdf.length;
    };
    const fixed = strangers(1);
    expect(await hash()).toBe(await hash());
  });
});

describe("strangers' files", () => {
  const whyOf = async (...files: EnclosedFile[]) =>
    (await makeBooklet(booklet(...files.map(part)), at)).leftOut.map(({ why }) => why);

  it('names only what is lost, broken, locked or too long', async () => {
    const locked = await PDFDocument.create();
    locked.addPage();
    locked.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
    const text = await toPdf((notice.content as { document: Parameters<typeof toPdf>[0] }).document);
    expect(
      await whyOf(
        file('丢失.pdf', 'application/pdf', null),
        pdfFile('坏.pdf', Buffer.from('%PDF-1.7\nnothing at all')),
        pdfFile('断.pdf', text.subarray(0, text.length / 2)),
        pdfFile('锁.pdf', Buffer.from(await locked.save())),
        pdfFile('长.pdf', await strangers(301)),
        file('巨图.png', 'image/png', png(50_000, 50_000)),
        file('断.jpg', 'image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
      ),
    ).toEqual(['LOST', 'BROKEN', 'BROKEN', 'ENCRYPTED', 'TOO_MANY_PAGES', 'TOO_LARGE', 'BROKEN']);
  });

  it('stops one that unpacks to more than there is room for, and goes on with the next', async () => {
    const bomb = Buffer.concat([
      Buffer.from(
        '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
      ),
      (() => {
        const body = deflateSync(deflateSync(Buffer.alloc(900_000_000), { level: 9 }), { level: 9 });
        const head = `3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode] /Length ${body.length} >>\nstream\n`;
        return Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream\nendobj\n')]);
      })(),
      Buffer.from('trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF'),
    ]);
    expect(bomb.length).toBeLessThan(20_000);
    const [first, ...others] = await whyOf(pdfFile('炸弹.pdf', bomb), pdfFile('好.pdf', await strangers(1)));
    expect(['TOO_SLOW', 'BROKEN']).toContain(first);
    expect(others).toEqual([]);
  });

  it('takes away what runs, plays or leads elsewhere', async () => {
    const hostile = await strangers(2, (document) => {
      const { context } = document;
      const script = context.obj({ S: 'JavaScript', JS: PDFHexString.fromText('app.alert(1)') });
      const [page] = document.getPages();
      page!.node.set(PDFName.of('AA'), context.obj({ O: script }));
      const link = context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 9, 9],
        A: { S: 'URI', URI: 'http://evil' },
      });
      page!.node.set(PDFName.of('Annots'), context.obj([link]));
      document.addJavaScript('main', 'app.alert(2)');
    });
    const { pdf } = await makeBooklet(booklet(part(pdfFile('脚本.pdf', hostile))), at);
    const document = await PDFDocument.load(pdf);
    const said = document.context.enumerateIndirectObjects().map(([, object]) => object.toString());
    expect(said.filter((text) => /JavaScript|evil|\/AA\b/.test(text))).toEqual([]);
  });

  it('numbers pages that are turned, and large ones', async () => {
    const turned = await strangers(4, (document) =>
      document.getPages().forEach((page, i) => page.setRotation(degrees(i * 90))),
    );
    const { pdf, pages } = await makeBooklet(booklet(part(pdfFile('扫描.pdf', turned))), at);
    const document = await PDFDocument.load(pdf);
    const drawn = document
      .getPages()
      .map(({ node }) => node.Resources()!.lookup(PDFName.of('XObject'), PDFDict).keys().length);
    expect(drawn).toEqual(Array.from({ length: pages }, () => 1));
  });
});

it('runs in a thread that knows nothing of ours', () => {
  const source = readFileSync(new URL('./pdf-worker.ts', import.meta.url), 'utf8');
  const imported = [...source.matchAll(/from '([^']+)'/g)].map((found) => found[1]);
  expect(imported).toEqual(['node:worker_threads', '@cantoo/pdf-lib']);
});
