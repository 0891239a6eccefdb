import type { ImportDeclaration } from '../kind';
import { writeWorkbook } from '../sheet/excel';

/** An empty roster of a kind: headings as the engine knows them best, drop-downs, notes, one example that is skipped. */
export function templateOf({ name, fields }: ImportDeclaration): Promise<Buffer> {
  const all = Object.values(fields);
  return writeWorkbook({
    name: name.zh,
    title: name.zh,
    notes: [
      '说明：从示例行的下一行起填写，每行一个；示例行不会导入，可以删除。带 * 的列必须填写。不要改动表头；下拉列表以外的内容会被拒绝。',
    ],
    columns: [
      { heading: '序号', width: 8 },
      ...all.map(({ name: { zh }, need, width, choices, help }) => ({
        heading: need === 'VALUE' ? `${zh}*` : zh,
        note: help.zh,
        ...(width && { width }),
        ...(choices && { choices }),
      })),
    ],
    rows: [['示例', ...all.map(({ example }) => example ?? null)]],
  });
}
